using System.Text;
using System.Text.Json;

namespace OrderHotline.Adapters.Connect.Tests;

/// <summary>The schema that editors read knows the settings that the line reads, each with the line's own default.</summary>
public sealed class ShopSchemaTests
{
    static readonly ShopReading.Sound Least = Assert.IsType<ShopReading.Sound>(ShopFile.Read(
        Encoding.UTF8.GetBytes("""{"version": 1, "verification": {"policy": "none"}, "operators": {"hours": {"Monday": "closed"}}}"""), _ => null, _ => null));

    [Fact]
    public void It_has_every_setting_and_no_other() => Assert.Equal(
        Least.Settings().Select(setting => setting.Path).Order(StringComparer.Ordinal),
        Settings(Root, "$").Select(setting => setting.Path).Where(path => path is not ("$.$schema" or "$.version")).Order(StringComparer.Ordinal));

    [Fact]
    public void A_default_that_it_names_is_the_lines_own()
    {
        var defaults = Settings(Root, "$").Where(setting => setting.Schema.TryGetProperty("default", out _)).ToList();

        Assert.NotEmpty(defaults);
        Assert.All(defaults, setting => Assert.Equal(
            Least.Settings().Single(own => own.Path == setting.Path).Value, setting.Schema.GetProperty("default").ToString()));
    }

    [Fact]
    public void The_page_about_shops_has_every_setting_with_its_default_and_its_variable()
    {
        using var page = new StreamReader(typeof(ShopSchemaTests).Assembly.GetManifestResourceStream("shop.md")!);
        var rows = page.ReadToEnd().Split('\n');

        Assert.All(Least.Settings(), setting =>
        {
            var columns = Assert.Single(rows, row => row.StartsWith($"| `{setting.Path[2..]}` |", StringComparison.Ordinal)).Split('|');
            var standard = setting.Source == SettingSource.File ? "must be there" : setting.Value.Length == 0 ? "none" : $"`{setting.Value}`";
            Assert.Equal((standard, setting.Variable), (columns[2].Trim(), columns[3].Trim(' ', '`')));
        });
    }

    static JsonElement Root { get; } = JsonDocument.Parse(DeployedShop.Schema).RootElement;

    static IEnumerable<(string Path, JsonElement Schema)> Settings(JsonElement schema, string path) =>
        schema.TryGetProperty("properties", out var properties)
            ? properties.EnumerateObject().SelectMany(property => Settings(property.Value, $"{path}.{property.Name}"))
            : [(path, schema)];
}
