using OrderHotline.Contracts;

namespace OrderHotline.Hosts.Cli.Tests;

public sealed class RenderedTemplateTests : IDisposable
{
    const string Frame = "Resources: {Log: {Type: 'AWS::Logs::LogGroup'}}\n";

    readonly Desk desk = new();

    static string Deployed => Path.Combine(Template.Repository, "deploy");

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task What_is_committed_is_what_is_rendered()
    {
        var ran = await desk.Type("deploy render", Deployed, "--to", desk.PathOf("template.yaml"));
        Assert.StartsWith(desk.PathOf("template.yaml"), ran.Succeeded().Output, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllText(Path.Combine(Deployed, "template.yaml")), File.ReadAllText(desk.PathOf("template.yaml")));
    }

    [Fact]
    public async Task A_shop_that_asks_for_proof_lets_the_functions_read_proofs()
    {
        var shop = Path.Combine(Template.Repository, "samples", "watchmaker", "shop.json");
        (await desk.Type("deploy render", Deployed, "--shop", shop, "--to", desk.PathOf("template.yaml"))).Succeeded();

        var allowed = Policies.Of(Template.Of(File.ReadAllText(desk.PathOf("template.yaml")))).Except(Policies.Of(Template.Committed));
        Approved.Holds(
            "policies-with-proof",
            string.Join('\n', allowed.Order(StringComparer.Ordinal)),
            "What a role may do, where the shop asks for proof, beyond what it may do anyway: say in the commit why.");
    }

    [Theory]
    [InlineData("EachQueue: {Resources: {}}", "part.yaml: EachQueue has no list; there is Flows.")]
    [InlineData("Queues: {A: {}}\nEachQueue: {Resources: {<Queue>: <Size>}}", "part.yaml: <Size> stands for nothing here; there is AliasLocales, Bot,")]
    [InlineData("Resources: {Log: {Type: 'AWS::Logs::LogGroup'}}", "part.yaml: Log of Resources is there twice.")]
    [InlineData("Queues: {A: {}, B: {}}\nEachQueue: {Resources: {Q: {}}}", "part.yaml: Q of Resources is there twice.")]
    [InlineData("Resources: {A: {Items: [{OnlyWhere: the moon is full}]}}", "\"OnlyWhere: the moon is full\" is nothing that is known of a shop")]
    [InlineData("Resources: {A: \"x<Trust>\"}", "part.yaml: <Trust> is where a text must be")]
    [InlineData("Resources: [", "part.yaml, line ")]
    [InlineData("EachFlow: 5", "part.yaml: EachFlow must be names with their values.")]
    [InlineData("Queues: {A: 5}\nEachQueue: {Resources: {}}", "part.yaml: A of Queues must be names with their values.")]
    [InlineData("EachFlow: {Where: 5}", "part.yaml: Where must be names with their values.")]
    [InlineData("- A", "part.yaml: it must be one document with names and their values.")]
    public async Task Parts_that_do_not_fit_together_are_named(string part, string said)
    {
        foreach (var file in new[] { "shop.json", "trust/variables.env", "bot/OrderBot.json", "flows/OperatorWhisper.json" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(desk.PathOf(file))!);
            desk.Put(file, File.ReadAllText(Path.Combine(Deployed, file)));
        }

        Directory.CreateDirectory(desk.PathOf("template"));
        desk.Put("template/frame.yaml", Frame);
        (await desk.Type("deploy render", desk.PathOf(""))).Succeeded();
        desk.Put("template/part.yaml", part);
        (await desk.Type("deploy render", desk.PathOf(""))).FailedSaying(said);
    }

    [Fact]
    public async Task A_folder_without_parts_or_none_at_all_is_told()
    {
        (await desk.Type("deploy render", desk.PathOf("nowhere"))).FailedSaying("There is no folder");
        desk.Put("shop.json", File.ReadAllText(Path.Combine(Deployed, "shop.json")));
        (await desk.Type("deploy render", desk.PathOf(""))).FailedSaying("There is no part of a template in");
    }
}
