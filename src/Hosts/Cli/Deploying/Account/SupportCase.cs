using System.Collections.Immutable;

namespace OrderHotline.Hosts.Cli;

/// <summary>Something that AWS gives only to who asks its support, with the text to paste.</summary>
/// <param name="Title">What it is, and where it is asked for.</param>
/// <param name="Text">The text of a region.</param>
sealed record SupportCase(string Title, Func<string, string> Text)
{
    // https://docs.aws.amazon.com/connect/latest/adminguide/phone-number-requirements.html
    public static SupportCase Number { get; } = new("a telephone number (service Connect, number management); takes weeks in some countries", region =>
        $"""
        We run a line on which our customers ask for their orders and change the shipping date. Please give us a direct number (DID).
        Country: JAPAN. Area code, if there is a choice: 03 OR 050. Region: {region}. Instance of Connect: ARN OF THE INSTANCE.
        Use: customers call us; we call them back on their wish. Calls a month: NUMBER.
        Company: NAME, ADDRESS, REGISTRATION NUMBER. Please tell us where to upload the documents: our certificate of registration, and the
        proof of identity of our representative.
        """);

    // https://docs.aws.amazon.com/sns/latest/dg/sns-sms-sandbox-moving-to-production.html
    public static SupportCase Production { get; } = new("text messages to everybody (service SNS, text messaging, move out of the sandbox)", region =>
        $"""
        Please move this account out of the SMS sandbox in {region}.
        Website: ADDRESS OF THE SHOP. Messages: transactional. A customer who changes or cancels an order by telephone gets one text that says what
        was changed, such as "Your order now ships on Wednesday, December 2."; where the shop asks for proof, also a one-time code.
        Recipients: customers with an order, who called us a minute before; country: JAPAN. Texts a month: NUMBER. Nobody gets advertising.
        """);

    // https://docs.aws.amazon.com/sns/latest/dg/channels-sms-awssupport-spend-threshold.html
    public static SupportCase Spending { get; } = new("a spending limit for texts (service SNS, text messaging, spend threshold)", region =>
        $"""
        Please raise the monthly spend threshold for SMS in {region} to AMOUNT US dollars.
        We send about NUMBER transactional texts a month to JAPAN: one for each order that a customer changes by telephone.
        """);

    // https://docs.aws.amazon.com/connect/latest/adminguide/amazon-connect-service-limits.html
    public static SupportCase Mobiles { get; } = new("calls out to mobiles, for call backs (service Connect, countries and prefixes of outgoing calls)", region =>
        $"""
        Our operators call customers back who ask for it. Please allow calls out to mobiles in JAPAN (+81 70, +81 80, +81 90).
        Region: {region}. Instance of Connect: ARN OF THE INSTANCE. Calls a month: NUMBER, to our own customers alone, with our own number shown.
        """);

    // https://docs.aws.amazon.com/connect/latest/adminguide/amazon-connect-service-limits.html
    public static SupportCase Quotas { get; } = new("more at once (Service Quotas: Amazon Connect, AWS Lambda)", region =>
        $"""
        Region: {region}.
        Amazon Connect, concurrent calls of the instance ARN OF THE INSTANCE: NUMBER. We expect as many callers at once on our busiest day.
        AWS Lambda, concurrent executions: 1000. Functions answer callers while they wait; one that is refused is heard by a customer.
        """);

    // https://docs.aws.amazon.com/connect/latest/APIReference/API_CreateInstance.html
    public static SupportCase Instances { get; } = new("more instances in 30 days (service Connect)", region =>
        $"""
        We made and deleted instances while we set up our line, and are told that there were too many within 30 days. Please let us make
        one more in {region}: ALIAS. It stays.
        """);

    public static ImmutableArray<SupportCase> All { get; } = [Number, Production, Spending, Mobiles, Quotas, Instances];
}
