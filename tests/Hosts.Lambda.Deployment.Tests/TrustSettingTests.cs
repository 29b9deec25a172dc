namespace OrderHotline.Hosts.Lambda.Deployment.Tests;

public sealed class TrustSettingTests
{
    [Fact]
    public void A_file_of_roots_that_is_not_there_stops_the_function_at_its_start()
    {
        var refusal = Assert.Throws<InvalidSettingsException>(() => LambdaSettings.Read(Variables("/var/task/no-such.pem")));

        Assert.Contains("SSL_CERT_FILE is \"/var/task/no-such.pem\": there is no such file.", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Without_the_variable_the_system_is_trusted(string? unset) => LambdaSettings.Read(Variables(unset));

    [Fact]
    public void The_shipped_roots_are_taken() => LambdaSettings.Read(Variables(Repository.Roots));

    static Func<string, string?> Variables(string? roots) => name => name switch
    {
        "_HANDLER" => "OrderDialog",
        "SSL_CERT_FILE" => roots,
        _ => null,
    };
}
