namespace OrderHotline.Bench.Race.Tests;

/// <summary>Bun, and whatever else runs JavaScript, is raced with the very functions that Node.js has.</summary>
public sealed class OtherRuntimeTests : IDisposable
{
    readonly string executable = Path.GetTempFileName();

    public void Dispose() => File.Delete(executable);

    [Theory]
    [InlineData("bun", "node-loop")]
    [InlineData("bun-bundled", "node-loop-bundled")]
    [InlineData("llrt", "node-loop")]
    [InlineData("llrt-bundled", "node-loop-bundled")]
    public void It_runs_the_functions_that_Node_runs_and_takes_part_unasked(string name, string node)
    {
        var field = Field.All("/repository", "/usr/bin/node", [new("llrt", executable)]);
        var (other, same) = (field.Single(one => one.Name == name), field.Single(one => one.Name == node));

        Assert.Equal(Role.OtherRuntime, other.Role);
        Assert.True(other.TakesPartUnasked);
        Assert.Equal(same.Folder, other.Folder);
        Assert.NotEqual(same.Program, other.Program);
        Assert.Equal(same.Arguments(Function.CancelOrder)[1..], other.Arguments(Function.CancelOrder)[1..]);
        Assert.All(
            (string[])["CancelOrder.js", "OrderTableRead.js", "node_modules/a.js"],
            file => Assert.Equal(same.IsDeployed(file, Function.CancelOrder), other.IsDeployed(file, Function.CancelOrder)));
    }

    [Fact]
    public void Without_its_executable_it_takes_no_part_and_without_the_functions_neither()
    {
        Assert.EndsWith("/bun", Field.All("/repository", "node").Single(one => one.Name == "bun").Requires, StringComparison.Ordinal);
        Assert.EndsWith(
            "/CancelOrder.js",
            Field.All("/repository", "node", [new("llrt", executable)]).Single(one => one.Name == "llrt").Requires,
            StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_given_the_handler_and_the_roots_as_Node_is()
    {
        var field = Field.All("/repository", "node");
        var services = new ServiceAddresses("https://d", "https://s", TrustFile: "/trust", RootFile: "/root");

        Assert.Equal(EnvironmentOf("node"), EnvironmentOf("bun"));
        Assert.NotEqual(EnvironmentOf("ours"), EnvironmentOf("bun"));

        (string?, string?) EnvironmentOf(string name)
        {
            var variables = services.Environment(Function.CancelOrder, field.Single(one => one.Name == name), "127.0.0.1:1").ToDictionary();
            return (variables["_HANDLER"], variables.GetValueOrDefault("NODE_EXTRA_CA_CERTS"));
        }
    }

    [Fact]
    public void Any_number_of_runtimes_can_be_named() => Assert.Equal(
        [new("llrt", executable), new NamedRuntime("deno-2", executable)],
        RaceOptions.Parse(["--peer", $"llrt={executable}", "--peer", $"deno-2={executable}"]).Peers);

    [Theory]
    [InlineData("llrt", "must be NAME=EXECUTABLE")]
    [InlineData("=/bin/sh", "must be NAME=EXECUTABLE")]
    [InlineData("llrt=", "must be NAME=EXECUTABLE")]
    [InlineData("a/b=/bin/sh", "must be NAME=EXECUTABLE")]
    [InlineData("llrt=/nowhere/llrt", "there is no /nowhere/llrt")]
    public void What_names_no_runtime_is_refused(string peer, string why) => Assert.Contains(
        why, Assert.Throws<RaceException>(() => RaceOptions.Parse(["--peer", peer])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_name_that_is_taken_is_refused() => Assert.Contains(
        "Two contenders are called node",
        Assert.Throws<RaceException>(() => Field.All("/repository", "node", [new("node", executable)])).Message,
        StringComparison.Ordinal);
}
