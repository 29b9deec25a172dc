namespace OrderHotline.Adapters.Connect.Tests;

/// <summary>The shop's file that is deployed, and the schema beside it.</summary>
static class DeployedShop
{
    public static byte[] Json { get; } = Read("shop.json");

    public static byte[] Schema { get; } = Read("shop.schema.json");

    static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "deploy", name));
}
