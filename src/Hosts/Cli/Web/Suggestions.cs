using NodaTime;
using OrderHotline.Adapters.Connect;
using OrderHotline.CallSimulator;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Cli;

/// <summary>What a caller could do now with one click: a few things, the likeliest first, each as it would be typed (<see cref="CallerInput"/>).
/// Whatever else they can say or press is typed.</summary>
static class Suggestions
{
    static readonly string Nothing = CallerInput.Write(new CallerAct.StaysSilent());

    /// <summary>The suggestions for a call that waits.</summary>
    /// <param name="call">The call.</param>
    /// <param name="deployment">What is deployed.</param>
    /// <param name="policy">When the shop ships, as it is in this call.</param>
    public static IReadOnlyList<string> For(SoftphoneCall call, Deployment deployment, ShippingPolicy policy) => call.State.Waiting switch
    {
        CallWaiting.ForKey => [.. Keys(call.State, deployment), Nothing],
        CallWaiting.ForDigits => [Nothing],
        CallWaiting.ForAnswer => [.. Answers(call, policy), Nothing],
        CallWaiting.ForOperator => [CallerInput.Write(new CallerAct.OperatorAnswers()), Nothing],
        CallWaiting.Over => [],
        _ => throw new NotSupportedException($"No suggestion for {call.State.Waiting}."),
    };

    static IEnumerable<string> Keys(CallState state, Deployment deployment) =>
        from condition in (state.Action is { } action ? deployment.Flows[state.Flow].Find(action)?.Conditions : null) ?? []
        from key in condition.Operands
        where key.Length == 1
        select key;

    static IEnumerable<string> Answers(SoftphoneCall call, ShippingPolicy policy)
    {
        var isJapanese = call.State.Language == Language.Japanese.ToString();
        if (!isJapanese && call.State.Language != Language.English.ToString())
        {
            return ["1", "2", "0"]; // the keypad speaks every language
        }

        var weekday = AnotherDay(call, policy);
        return (call.State.SessionAttribute(OrderDialogHandler.StepAttribute), isJapanese) switch
        {
            ("Confirm", true) => ["はい", "いいえ", "別の日でお願いします"],
            ("Confirm", false) => ["Yes, please", "No", "A different day, please"],
            ("ConfirmCancel", true) => ["はい、キャンセルしてください", "いいえ、そのままで"],
            ("ConfirmCancel", false) => ["Yes, cancel it", "No, leave it as it is"],
            ("CancelOrKeep", true) => ["キャンセルしてください", "そのままでお願いします"],
            ("CancelOrKeep", false) => ["Cancel it", "Leave it as it is"],
            ("Date", true) => [$"来週の{Japanese(weekday)}曜", "一番早い日", "そのままでお願いします"],
            ("Date", false) => [$"{weekday} next week", "The soonest you can", "Leave it as it is"],
            ("More", true) => ["以上です、ありがとう", "いつ発送されますか", "キャンセルしたい"],
            ("More", false) => ["That's all, thank you", "When does it ship?", "Cancel it"],
            (_, true) => [$"来週の{Japanese(weekday)}曜に変えて", "キャンセルしたい", "いつ発送されますか", "オペレーターをお願いします"],
            (_, false) => [$"Change it to {weekday} next week", "Cancel it", "When does it ship?", "An operator, please"],
        };
    }

    // A weekday of the next week on which the shop ships, and not the order's own day.
    static IsoDayOfWeek AnotherDay(SoftphoneCall call, ShippingPolicy policy)
    {
        var nextMonday = policy.Today(call.State.Now).Next(IsoDayOfWeek.Monday);
        var possible = policy.PossibleDays(call.State.Now);
        IsoDayOfWeek[] weekdays =
            [IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Saturday, IsoDayOfWeek.Monday];
        return weekdays.FirstOrDefault(
            weekday => nextMonday.PlusDays((int)weekday - 1) is var day && possible.Contains(day) && day != call.Steps[^1].Order?.ShippingDate,
            weekdays[0]);
    }

    static string Japanese(IsoDayOfWeek weekday) => "月火水木金土日".Substring((int)weekday - 1, 1);
}
