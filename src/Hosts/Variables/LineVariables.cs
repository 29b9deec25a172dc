using System.Diagnostics.CodeAnalysis;
using OrderHotline.Adapters.Aws;
using OrderHotline.Adapters.Connect;

namespace OrderHotline.Hosts;

/// <summary>The settings that every host which runs for a shop has in common, by the environment variables of docs/operations.md.</summary>
static class LineVariables
{
    /// <summary>The shop, from <c>shop.json</c> beside the process or from the file that <c>HOTLINE_SHOP</c> names.</summary>
    /// <param name="read">Reads the variables.</param>
    /// <param name="variable">Gives the value of a variable, which overrides the file.</param>
    /// <returns>Null when there are problems.</returns>
    public static Shop? Shop(VariableReader read, Func<string, string?> variable)
    {
        var path = read.Text("HOTLINE_SHOP", Path.Combine(AppContext.BaseDirectory, ShopFile.Name));
        if (!File.Exists(path))
        {
            read.Add($"There is no file {path}: put the shop's {ShopFile.Name} there, or name its path in HOTLINE_SHOP.");
            return null;
        }

        var reading = ShopFile.ReadFrom(path, variable);
        foreach (var problem in reading is ShopReading.Unsound(var problems) ? problems : [])
        {
            read.Add(problem);
        }

        return reading is ShopReading.Sound(var shop, _) ? shop : null;
    }

    /// <summary>Where the orders are.</summary>
    public static CustomerTableSettings Table(VariableReader read)
    {
        var standard = new CustomerTableSettings();
        return standard with
        {
            TableName = read.Text("HOTLINE_TABLE", standard.TableName),
            LatestOrderIndexName = read.Text("HOTLINE_LATEST_INDEX", standard.LatestOrderIndexName),
            OutboxIndexName = read.Text("HOTLINE_OUTBOX_INDEX", standard.OutboxIndexName),
            Endpoint = Endpoint(read, "HOTLINE_DYNAMODB_URL"),
        };
    }

    /// <summary>What the table of proofs is called.</summary>
    public static VerificationTableSettings Verifications(VariableReader read)
    {
        var standard = new VerificationTableSettings();
        return standard with { TableName = read.Text("HOTLINE_VERIFICATION_TABLE", standard.TableName) };
    }

    /// <summary>Where a service of AWS is.</summary>
    /// <param name="read">Reads the variables.</param>
    /// <param name="address">The variable that names another address than the region's own.</param>
    public static AwsEndpoint Endpoint(VariableReader read, string address) => new()
    {
        Region = read.Text("AWS_REGION", ""),
        Address = read.Value<Uri?>(address, null, TryReadAddress, "an address such as http://127.0.0.1:8000"),
    };

    /// <summary>Reads an address of the web.</summary>
    public static bool TryReadAddress(string text, [NotNullWhen(true)] out Uri? address) =>
        Uri.TryCreate(text, UriKind.Absolute, out address) && address.Scheme is "http" or "https";
}
