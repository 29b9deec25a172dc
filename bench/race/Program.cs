using OrderHotline.Bench.Race;

// bench/race/run.sh builds everything and starts this; it says what the options mean.
try
{
    var options = RaceOptions.Parse(args);
    if (options.Quoted.Length > 0)
    {
        var json = File.ReadAllText(options.Quoted);
        Console.WriteLine(string.Join('\n', [.. QuotedResults.Figures(json), "", .. QuotedResults.Verdicts(json)]));
        return 0;
    }

    return Day.Run(options, Console.Out) ? 0 : 1;
}
catch (RaceException fault)
{
    await Console.Error.WriteLineAsync(fault.Message);
    return 2;
}
