using OrderHotline.Domain;

namespace OrderHotline.Hosts.Web;

/// <summary>The server of the tools (Model Context Protocol), over HTTP beside the API or over the standard input and output of a process of its own.
/// </summary>
static class AgentServer
{
    const string Path = "/mcp";

    /// <summary>Adds the tools; the container must give the customer.</summary>
    public static IMcpServerBuilder AddOrderTools(this IServiceCollection services, ShippingPolicy policy, Action<string> log) => services
        .AddSingleton(policy)
        .AddSingleton(new ToolLog(log))
        .AddSingleton<Confirmations>()
        .AddMcpServer(options =>
        {
            options.ServerInfo = new() { Name = "order-hotline", Title = "Order Hotline", Version = "1" };
            options.ServerInstructions = OrderTools.Instructions;
        })
        .WithTools<OrderTools>(ToolJson.Options);

    /// <summary>Adds them for the customers of tokens.</summary>
    public static void AddOrderToolsOverHttp(this IServiceCollection services, ShippingPolicy policy, Action<string> log)
    {
        services.AddHttpContextAccessor();
        services.AddTransient(container => Customer.Of(
            container.GetRequiredService<IHttpContextAccessor>().HttpContext ?? throw new InvalidOperationException("A tool is called over HTTP alone.")));
        services.AddOrderTools(policy, log).WithHttpTransport(options => options.Stateless = true);
    }

    public static void MapOrderTools(this IEndpointRouteBuilder routes) =>
        routes.MapMcp(Path).RequireAuthorization().RequireRateLimiting(Limits.OfACustomer).ExcludeFromDescription();

    /// <summary>Serves the tools to the client that started this process, for one customer, until it closes the input.</summary>
    /// <param name="settings">What the process goes by.</param>
    /// <param name="ports">What it works on.</param>
    /// <param name="customer">The customer.</param>
    /// <param name="log">Takes one line at a time, and none of them on standard output.</param>
    /// <param name="stop">Ends it.</param>
    public static async Task ServeStandardInput(
        WebSettings settings, HostPorts ports, Customer customer, Action<string> log, CancellationToken stop)
    {
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Logging.AddProvider(new FrameworkLog(log));
        LineHost.AddLine(builder.Services, settings, ports);
        builder.Services.AddSingleton(customer).AddOrderTools(settings.Shop.Policy, log).WithStdioServerTransport();
        await builder.Build().RunAsync(stop);
    }
}
