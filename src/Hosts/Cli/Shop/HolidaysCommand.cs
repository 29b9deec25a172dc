using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using OrderHotline.Adapters.Connect;
using PublicHoliday;

namespace OrderHotline.Hosts.Cli;

/// <summary><c>hotline shop holidays</c>: writes public holidays into a shop's file, so that the function computes none.</summary>
static class HolidaysCommand
{
    const int MostYears = 10;

    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE.json") { Description = "The shop's file. It is changed; its comments stay." }.AcceptExistingOnly();
        var country = new Option<string>("--country")
        {
            Description = "Whose public holidays: two letters, such as JP.",
            HelpName = "JP",
            Required = true,
        };
        var years = new Option<(int First, int Last)>("--years")
        {
            Description = "Of which years: 2027, or 2027-2028.",
            HelpName = "YEARS",
            Required = true,
            CustomParser = Years,
        };
        var command = new Command("holidays", "Writes a country's public holidays into the closed dates of a shop's file.")
        {
            file,
            country,
            years,
        };
        country.Validators.Add(result =>
        {
            if (Country(result.GetValueOrDefault<string>() ?? "") is null)
            {
                result.AddError($"--country is \"{result.GetValueOrDefault<string>()}\": it must be one of "
                    + $"{string.Join(", ", Enum.GetNames<PublicHolidayCountryCode>().Select(code => code.ToUpperInvariant()).Order(StringComparer.Ordinal))}.");
            }
        });
        command.SetAction(async (line, cancellation) =>
        {
            var (path, (first, last)) = (line.GetValue(file)!, line.GetValue(years));
            var (shop, _) = ShopOption.Read(path, FileAlone);
            var all = Enumerable.Range(first, last - first + 1)
                .SelectMany(year => Holidays(Country(line.GetValue(country)!)!, year, line.GetValue(country)!))
                .ToList();
            var added = all.Where(holiday => !shop.Policy.ClosedDates.Contains(holiday.Date)).ToList();
            var changed = ClosedDatesText.Insert(await InputFile.Bytes(path.FullName, cancellation), added);
            if (ShopFile.Read(changed, FileAlone, ShopFile.FilesBeside(path.FullName)) is ShopReading.Unsound(var problems))
            {
                throw new UnsoundShopException(path.Name, problems);
            }

            await File.WriteAllBytesAsync(path.FullName, changed, cancellation);
            var output = line.InvocationConfiguration.Output;
            foreach (var holiday in added)
            {
                await output.WriteLineAsync($"{LocalDatePattern.Iso.Format(holiday.Date)}  {holiday.Name}".TrimEnd());
            }

            await output.WriteLineAsync(
                $"{added.Count} of {all.Count} days written into {path.Name}; the others stand there already. "
                + "They are computed by the rules as they are known today: compare them with the country's own list.");
            return 0;
        });
        return command;
    }

    // What is written into the file must not depend on what overrides it here.
    static string? FileAlone(string variable) => null;

    static IPublicHolidays? Country(string code) =>
        code.Length == 2 && code.All(char.IsAsciiLetter) && Enum.TryParse<PublicHolidayCountryCode>(code, ignoreCase: true, out var known)
            ? PublicHolidayFactory.GetPublicHolidayForCountry(known)
            : null;

    static List<ClosedDate> Holidays(IPublicHolidays country, int year, string code)
    {
        var named = country.PublicHolidayNames(year)
            .Select(holiday => new ClosedDate(LocalDate.FromDateTime(holiday.Key), holiday.Value))
            .OrderBy(holiday => holiday.Date)
            .ToList();
        return code.Equals("JP", StringComparison.OrdinalIgnoreCase)
            ? [.. named.Concat(BetweenTwo(named)).OrderBy(holiday => holiday.Date)]
            : named;
    }

    // https://laws.e-gov.go.jp/law/323AC1000000178, article 3, paragraph 3; the library does not know it.
    static IEnumerable<ClosedDate> BetweenTwo(IReadOnlyList<ClosedDate> holidays) => holidays
        .Zip(holidays.Skip(1))
        .Where(pair => pair.First.Date.PlusDays(2) == pair.Second.Date)
        .Select(pair => new ClosedDate(pair.First.Date.PlusDays(1), "Citizens' holiday"));

    static (int, int) Years(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        int[] years = [.. text.Split('-').Select(year => int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)];
        if (years is [var first, ..] && first is >= 2000 and <= 2199 && years is [_] or [_, _] && years[^1] >= first && years[^1] - first < MostYears)
        {
            return (first, years[^1]);
        }

        argument.AddError($"--years is \"{text}\": it must be a year, such as 2027, or up to {MostYears} of them, such as 2027-2028.");
        return default;
    }
}
