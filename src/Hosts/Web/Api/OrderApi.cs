using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;

namespace OrderHotline.Hosts.Web;

/// <summary>The HTTP API.</summary>
static class OrderApi
{
    // An id, a day in words, and room for how JSON writes them.
    const int LongestBody = 4096;

    public static void MapOrderApi(this IEndpointRouteBuilder routes)
    {
        var order = routes.MapGroup("/v1/order").WithTags("Order");
        order
            .RequireAuthorization()
            .RequireRateLimiting(Limits.OfACustomer)
            .WithRequestTimeout(Failures.LongestAnswer)
            .WithMetadata(new RequestSizeLimitAttribute(LongestBody))
            .WithMetadata(CanAlwaysCome(StatusCodes.Status401Unauthorized))
            .WithMetadata(CanAlwaysCome(StatusCodes.Status429TooManyRequests))
            .WithMetadata(CanAlwaysCome(StatusCodes.Status503ServiceUnavailable));
        order.MapLookUp();
        order.MapReadings();
        order.MapChanges();
    }

    /// <summary>An answer that can come whatever is asked.</summary>
    internal static ProducesResponseTypeMetadata CanAlwaysCome(int status) => new(status, typeof(Problem), [Problem.MediaType]);

    /// <summary>Describes it, as OpenAPI 3.1.</summary>
    public static void AddDescription(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new()
            {
                Title = "Order Hotline",
                Version = "1",
                Description = "A customer's latest order: how it stands, another day for it, or its end. The customer is the one of the shop's signed token "
                    + $"(claim {Customer.NumberClaim}), and is never named in an address or a body. An order of somebody else is answered like one that does not exist.",
            };
            document.Servers = [];
            document.Components ??= new();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes["customer"] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                BearerFormat = "JWT",
                Description = "The shop's signed token.",
            };
            document.Security = [new() { [new("customer", document)] = [] }];
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, _, _) =>
        {
            (operation.Parameters ??= []).Add(new OpenApiParameter
            {
                Name = "Accept-Language",
                In = ParameterLocation.Header,
                Description = "The language of what is told to the customer, and in which words for a day are read. Default: the shop's own.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
            foreach (var key in operation.Parameters.OfType<OpenApiParameter>().Where(parameter => parameter.Name == WishKey.Header))
            {
                key.Required = true;
            }

            return Task.CompletedTask;
        });
    });
}
