using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using OrderHotline.Adapters.Connect;
using OrderHotline.Application;

namespace OrderHotline.Hosts.Web;

/// <summary>The chat over HTTP: one request a turn. The host keeps nothing between two of them.</summary>
static class ChatApi
{
    // A state, a message, and room for how JSON writes them.
    const int LongestBody = 16 * 1024;

    const string OfTheShop = "chat";

    // A page asks its browser about a request again after this long.
    static readonly TimeSpan PreflightKept = TimeSpan.FromMinutes(10);

    /// <summary>Adds the chat, for a shop that speaks a language which it knows.</summary>
    public static void AddChat(this IServiceCollection services, WebSettings settings)
    {
        if (ChatWords.Of(settings.Shop) is not { } words)
        {
            return;
        }

        services
            .AddSingleton(words)
            .AddSingleton<IUnderstanding>(BotSamples.Read(Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "bot"), "OrderBot.*_*.json")
                .Order(StringComparer.Ordinal).Select(file => (ReadOnlyMemory<byte>)File.ReadAllBytes(file))))
            .AddSingleton(container => new OrderConversation(
                container.GetRequiredService<IDateLine>(), words.Line, settings.Shop.DeliveryDaysAfterShipping, container.GetRequiredService<IUnderstanding>()))
            .AddSingleton<SealedChats>()
            .AddSingleton<ChatTurns>()
            .AddSingleton<ChatGate>();
        services.AddCors(cors => cors.AddPolicy(OfTheShop, policy => Allow(policy, settings.ChatOrigins)));
    }

    public static void MapChat(this IEndpointRouteBuilder routes, DeskTokens? desk)
    {
        if (routes.ServiceProvider.GetService<ChatTurns>() is null)
        {
            return;
        }

        routes.MapChatPage(desk);
        var chat = routes.MapGroup("/v1/chat").WithTags("Chat");
        chat
            .RequireAuthorization()
            .RequireRateLimiting(Limits.OfACustomer)
            .RequireCors(OfTheShop)
            .WithRequestTimeout(Failures.LongestAnswer)
            .AddEndpointFilter(routes.ServiceProvider.GetRequiredService<ChatGate>())
            .WithMetadata(new RequestSizeLimitAttribute(LongestBody))
            .WithMetadata(OrderApi.CanAlwaysCome(StatusCodes.Status401Unauthorized))
            .WithMetadata(OrderApi.CanAlwaysCome(StatusCodes.Status429TooManyRequests))
            .WithMetadata(OrderApi.CanAlwaysCome(StatusCodes.Status503ServiceUnavailable));
        chat.MapPost("", async (HttpContext http, Customer customer, ChatTurns turns, CancellationToken cancellation) =>
                Answer(http, await turns.Begin(customer, cancellation)))
            .WithName("beginChat")
            .WithSummary("Begins a conversation with the customer")
            .Produces<ChatAnswer>();
        chat.MapPost("messages", async (HttpContext http, Customer customer, ChatMessage message, ChatTurns turns, CancellationToken cancellation) =>
                Answer(http, await turns.Take(customer, message.State, message.Number, message.Act, cancellation)))
            .WithName("sendChatMessage")
            .WithSummary("Takes the customer's next message; the same message again is answered again, and counts once")
            .Produces<ChatAnswer>()
            .Produces<Problem>(StatusCodes.Status400BadRequest, Problem.MediaType)
            .Produces<Problem>(StatusCodes.Status409Conflict, Problem.MediaType);
    }

    static void Allow(CorsPolicyBuilder policy, IReadOnlyCollection<string> origins) => policy
        .WithOrigins([.. origins])
        .WithMethods(HttpMethods.Post)
        .WithHeaders("Authorization", "Content-Type", "Accept-Language")
        .WithExposedHeaders("Retry-After")
        .SetPreflightMaxAge(PreflightKept);

    static Ok<ChatAnswer> Answer(HttpContext http, ChatTurn turn)
    {
        var record = RequestRecord.Of(http);
        (record.Outcome, record.Contact) = (turn.Outcome, turn.Contact);
        http.Response.Headers.ContentLanguage = turn.Language.ToString();
        return TypedResults.Ok(new ChatAnswer(turn.Message, turn.Number, turn.State, turn.Choices, turn.OffersOperator));
    }
}
