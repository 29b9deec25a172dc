using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using NodaTime;
using OrderHotline.Adapters.Connect;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Web;

/// <summary>All that is kept of a conversation between two messages. The customer's page carries it, sealed, so that the host keeps nothing and any
/// process can go on.</summary>
/// <param name="Customer">Whose conversation it is.</param>
/// <param name="Conversation">Its name.</param>
/// <param name="Number">The number of the message that comes next.</param>
/// <param name="Language">The language of the question.</param>
/// <param name="Step">The question.</param>
/// <param name="Day">The day that was read back.</param>
/// <param name="Named">The days that were named to choose from.</param>
/// <param name="Question">The question in words.</param>
/// <param name="Failures">How many times in a row the customer was not understood.</param>
/// <param name="HelpWasTold">Whether it was explained what can be asked for.</param>
/// <param name="OrderId">The order that was read back; null where none was.</param>
/// <param name="Tag">That order as it was.</param>
/// <param name="At">When it was asked, in seconds of Unix.</param>
sealed record ChatState(
    string Customer, string Conversation, int Number, string Language, string Step, DateOnly? Day, IReadOnlyList<DateOnly> Named, string Question, int Failures, bool HelpWasTold, string? OrderId,
    string? Tag, long At)
{
    // Whoever comes back later has other things in mind than the last question.
    static readonly Duration Life = Duration.FromMinutes(30);

    /// <summary>The state after something was asked.</summary>
    /// <param name="customer">Whose conversation it is.</param>
    /// <param name="conversation">Its name.</param>
    /// <param name="number">The number of the message that comes next.</param>
    /// <param name="point">What is asked.</param>
    /// <param name="order">The order that it is asked about; null where there is none.</param>
    /// <param name="now">The time.</param>
    public static ChatState Of(Customer customer, string conversation, int number, ConversationPoint point, Order? order, Instant now)
    {
        var readBack = point.IsReadBack ? order : null;
        return new(
            WhoseIs(customer), conversation, number, customer.Language.ToString(), point.Step, point.Day?.ToDateOnly(),
            [.. point.Named.Select(day => day.ToDateOnly())], point.Question, point.Failures, point.HelpWasTold,
            readBack?.Id.ToString(), readBack is null ? null : $"{OrderTag.Of(readBack).Tag}", now.ToUnixTimeSeconds());
    }

    /// <summary>Whether it is this customer's.</summary>
    public bool IsOf(Customer customer) => Customer == WhoseIs(customer);

    /// <summary>Whether it is too old to go on with.</summary>
    public bool IsOver(Instant now) => now - Instant.FromUnixTimeSeconds(At) > Life;

    /// <summary>Where the conversation stands. A question that was asked in another language is asked anew.</summary>
    public ConversationPoint PointIn(Language language) => new(
        Step, Day is { } day ? LocalDate.FromDateOnly(day) : null, [.. Named.Select(LocalDate.FromDateOnly)], Language == language.ToString() ? Question : "", Failures, HelpWasTold);

    /// <summary>What a yes to the question wishes for: an order, and its key, which is this message's alone; null where a yes changes nothing.</summary>
    public (OrderId Order, WishKey Key, ChangeCondition Condition)? Wish()
    {
        if (OrderId is null || Tag is null || !Domain.OrderId.TryParse(OrderId, out var order))
        {
            return null;
        }

        var wish = Day is null ? WishKey.ToCancel(OrderId) : WishKey.ToReschedule(OrderId, new DayAsked(Date: Day));
        return (order, WishKey.Of("chat", $"{Conversation}:{Number}", wish), ChangeCondition.That(Tag));
    }

    static string WhoseIs(Customer customer) => customer.Caller is Caller.Identified(var number) ? number.ToE164() : "nobody";
}

/// <summary>Seals states: what a page carries can be read and made by the host alone.</summary>
/// <param name="protection">Has the keys. Processes that share them know each other's states.</param>
sealed class SealedChats(IDataProtectionProvider protection)
{
    readonly IDataProtector states = protection.CreateProtector("order-hotline.chat.v1");

    public string Seal(ChatState state) => states.Protect(JsonSerializer.Serialize(state));

    /// <returns>Null where it is none of the host's: made up, cut off, or of a process whose keys are gone.</returns>
    public ChatState? Open(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<ChatState>(states.Unprotect(text));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
