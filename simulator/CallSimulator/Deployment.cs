using System.Collections.Immutable;
using OrderHotline.Adapters.Connect;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.CallSimulator.Functions;
using OrderHotline.CallSimulator.Lex;
using OrderHotline.ContactFlows;

namespace OrderHotline.CallSimulator;

/// <summary>What is deployed: the flows and the bot that a local Connect plays, as they lie in a folder, and the shop they are for.</summary>
/// <param name="Flows">The flows by their logical name, which is their file's.</param>
/// <param name="Bot">The bot behind every alias that the flows name; <see cref="BotDefinition.None"/> when there is none.</param>
/// <param name="Shop">The shop.</param>
public sealed record Deployment(IReadOnlyDictionary<string, Flow> Flows, BotDefinition Bot, Shop Shop)
{
    /// <summary>The logical name of the queue in which callers wait for an operator.</summary>
    public const string OperatorQueue = "OperatorQueue";

    /// <summary>The logical name of the hours in which operators are there.</summary>
    public const string OperatorHours = "OperatorHours";

    /// <summary>The logical name of the bot's alias.</summary>
    public const string BotAlias = "OrderBotAlias";

    const string Locales = "OrderBot.*.json";

    /// <summary>The name of the bot's code hook.</summary>
    const string CodeHook = OrderDialogHandler.FunctionName;

    /// <summary>What flows can use of the order line: its functions and its bot.</summary>
    public static FlowContract Contract { get; } = new(
        [
            .. from function in Enum.GetValues<ConnectFunction>()
               let table = ConnectContract.For(function)
               select new FunctionContract(
                   function.ToString(), table.Parameters, table.NeededParameters, table.Keys, ConnectContract.OutcomeKey),
        ],
        [new BotContract([BotAlias], ConnectContract.Intents)]);

    /// <summary>The flows to which operators transfer calls by quick connects, by their logical names.</summary>
    public ImmutableSortedSet<string> TransferFlows =>
        [.. Flows.Where(flow => flow.Value.Type is FlowType.QueueTransfer or FlowType.AgentTransfer).Select(flow => flow.Key)];

    /// <summary>The logical names of all aliases that are known when the flows are read.</summary>
    internal ImmutableSortedSet<string> BotAliases =>
    [
        BotAlias,
        .. from flow in Flows.Values
           from action in flow.Actions
           where action.Type == ActionTypes.ConnectParticipantWithLexBot
           let alias = action.Parameter("LexV2Bot", "AliasArn") ?? action.Parameter("LexBot", "Name")
           where alias is not null && !FlowReference.In(alias).Any()
           select ResourceName.From(alias),
    ];

    /// <summary>Hours and queues, before anything is changed for a rehearsal.</summary>
    public ConnectWorld World => new()
    {
        Hours = ImmutableDictionary<string, OpeningHours>.Empty.Add(OperatorHours, Shop.OperatorHours),
        Queues = ImmutableDictionary<string, QueueState>.Empty.Add(OperatorQueue, new() { Hours = OperatorHours }),
    };

    /// <summary>Reads <c>flows/*.json</c>, <c>bot/*.json</c> and <c>shop.json</c> of a folder. The environment overrides nothing.</summary>
    /// <exception cref="InvalidDataException">A file is not what it should be; the message says everything that is wrong with it.</exception>
    /// <exception cref="IOException">A file or folder is not there.</exception>
    public static Deployment Read(DirectoryInfo folder) => Read(folder, ReadShop(new(Path.Combine(folder.FullName, ShopFile.Name))));

    /// <summary>Reads <c>flows/*.json</c> and <c>bot/*.json</c> of a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="shop">The shop that they are played for.</param>
    /// <param name="ofTheShop">Where the bot's locales are that the shop adds, <c>OrderBot.fr_FR.json</c>; null for nowhere.</param>
    /// <exception cref="InvalidDataException">A file is not what it should be, or the flows have faults for which Connect would
    /// refuse them; the message names the file and says what is wrong.</exception>
    /// <exception cref="IOException">A file or folder is not there.</exception>
    public static Deployment Read(DirectoryInfo folder, Shop shop, DirectoryInfo? ofTheShop = null)
    {
        var read = ReadAsItIs(folder, shop, ofTheShop: ofTheShop);
        return read.Refusal is { } refusal
            ? throw new InvalidDataException($"{refusal} \"hotline flow check {Path.Combine(folder.Name, "flows")}\" lists every fault.")
            : read;
    }

    /// <summary>Reads the same, and leaves it to whoever plays it what becomes of flows that Connect would refuse.</summary>
    /// <exception cref="InvalidDataException">A file is not what it should be; the message names it and says what is wrong.</exception>
    /// <exception cref="IOException">A file or folder is not there.</exception>
    /// <param name="folder">The folder.</param>
    /// <param name="shop">The shop that they are played for.</param>
    /// <param name="added">One more flow, of whoever wrote it, which stands for one of its name; null for none.</param>
    /// <param name="ofTheShop">Where the bot's locales are that the shop adds, <c>OrderBot.fr_FR.json</c>; null for nowhere.</param>
    public static Deployment ReadAsItIs(DirectoryInfo folder, Shop shop, FileInfo? added = null, DirectoryInfo? ofTheShop = null)
    {
        var folderOfFlows = new DirectoryInfo(Path.Combine(folder.FullName, "flows"));
        var files = folderOfFlows.Exists ? folderOfFlows.GetFiles("*.json") : [];
        if (files.Length == 0 && added is null)
        {
            throw new InvalidDataException($"There is no flow in {folderOfFlows.FullName}: what is played are its *.json.");
        }

        var flows = files.ToImmutableDictionary(
            file => Path.GetFileNameWithoutExtension(file.Name),
            file => Named(file, json => Flow.Read(Rendered(json, Path.GetFileNameWithoutExtension(file.Name), shop))));
        return new(
            added is null ? flows : flows.SetItem(Path.GetFileNameWithoutExtension(added.Name), Named(added, Flow.Read)),
            ReadBot(new DirectoryInfo(Path.Combine(folder.FullName, "bot")), ofTheShop),
            shop);
    }

    /// <summary>One flow of whoever wrote it, with no bot and no other flow around it.</summary>
    /// <exception cref="InvalidDataException">It is no flow; the message says why.</exception>
    public static Deployment Alone(FileInfo flow, Shop shop) => new(
        ImmutableDictionary<string, Flow>.Empty.Add(Path.GetFileNameWithoutExtension(flow.Name), Named(flow, Flow.Read)),
        BotDefinition.None,
        shop);

    /// <summary>What Connect would refuse, in a sentence; null when it is nothing.</summary>
    public string? Refusal =>
        FlowCheck.Check(Flows, Contract).Where(finding => finding.Severity == FindingSeverity.Error).ToList() switch
        {
            [] => null,
            [var first, .. var others] => $"Connect would refuse {(others.Count == 0 ? "this" : $"this, and {others.Count} more")}: "
                + $"{first.Flow}: {first.Reason}",
        };

    /// <summary>What callers in one of the shop's languages would miss in the line's own flows and in the bot, a sentence each.</summary>
    public IEnumerable<string> WhatLanguagesLack()
    {
        var offered = Shop.Words.Offered.Select(language => language.ToString()).ToImmutableArray();
        var own = Flows.Where(flow => FlowPhrases.AreFor(flow.Key)).ToDictionary();
        return
        [
            .. FlowCheck.Check(own, Contract with { Languages = offered })
                .Where(finding => finding.Fault is FlowFault.MissingLanguage or FlowFault.LanguageNotOffered)
                .Select(finding => $"{finding.Flow}{(finding.Action is { } action ? $" / {action}" : "")}: {finding.Reason}"),
            .. from language in Bot.LocaleIds.IsEmpty ? [] : offered
               let locale = language.Replace('-', '_')
               from problem in WhatIsMissing(locale)
               select problem,
        ];
    }

    IEnumerable<string> WhatIsMissing(string locale)
    {
        if (!Bot.LocaleIds.Contains(locale))
        {
            return [$"The bot has no locale {locale}: put {LocaleFile(locale)} beside the shop's file, with this LocaleId in it."];
        }

        return ConnectContract.Intents.Except(Bot.IntentsOf(locale))
            .Select(intent => $"The bot's locale {locale} has no intent {intent}: it must have {string.Join(", ", ConnectContract.Intents)}.");
    }

    static string LocaleFile(string locale) => Locales.Replace("*", locale, StringComparison.Ordinal);

    /// <summary>A flow with the shop's words in it; one that is not the line's own, as it is.</summary>
    /// <param name="json">The flow.</param>
    /// <param name="flow">Its logical name.</param>
    /// <param name="shop">The shop.</param>
    /// <exception cref="FlowFormatException">It is no flow.</exception>
    public static byte[] Rendered(ReadOnlyMemory<byte> json, string flow, Shop shop) => !FlowPhrases.AreFor(flow)
        ? json.ToArray()
        : FlowRendering.Render(
            json,
            flow,
            [
                .. shop.FlowWords.Offered.Select(language => new FlowLanguage(
                    language.ToString(), path => shop.FlowWords.In(language).Find($"{FlowPhrases.Section}.{path}"))),
            ],
            shop.LogsFlows);

    /// <summary>A local Connect that plays the flows, with the bot behind its alias.</summary>
    /// <param name="invoke">The functions.</param>
    /// <param name="world">The instance as callers are to find it: <see cref="World"/>, or another for a rehearsal.</param>
    public LocalConnect Connect(InvokeFunction invoke, ConnectWorld world) => Connect(invoke, world, Lex(invoke));

    /// <summary>A local Connect that plays the flows, with whatever is behind the bot's alias.</summary>
    internal LocalConnect Connect(InvokeFunction invoke, ConnectWorld world, AskBot bot) =>
        new(
            Flows,
            world,
            invoke,
            Bot.LocaleIds.IsEmpty ? ImmutableDictionary<string, AskBot>.Empty : BotAliases.ToImmutableDictionary(alias => alias, _ => bot));

    /// <summary>The bot, with its code hook among the functions.</summary>
    internal AskBot Lex(InvokeFunction invoke) => new LocalLex(Bot, invoke, CodeHook, Shop.Policy.Zone).Ask;

    static Shop ReadShop(FileInfo file) => ShopFile.ReadFrom(file.FullName, _ => null) switch
    {
        ShopReading.Sound(var shop, _) => shop,
        ShopReading.Unsound(var problems) => throw new InvalidDataException($"{file.Name}: {string.Join(' ', problems)}"),
        var other => throw new NotSupportedException($"No shop for {other.GetType().Name}."),
    };

    static BotDefinition ReadBot(DirectoryInfo folder, DirectoryInfo? ofTheShop)
    {
        if (!folder.Exists)
        {
            return BotDefinition.None;
        }

        var bot = new FileInfo(Path.Combine(folder.FullName, "OrderBot.json"));
        var locales = folder.GetFiles(Locales)
            .Concat(ofTheShop?.GetFiles(Locales) ?? [])
            .Select(file => Named(file, BotDefinition.ReadLocale))
            .ToList();
        return Named(bot, json => BotDefinition.Of(json, locales));
    }

    static T Named<T>(FileInfo file, Func<ReadOnlyMemory<byte>, T> read)
    {
        try
        {
            return read(File.ReadAllBytes(file.FullName));
        }
        catch (Exception problem) when (problem is InvalidDataException or FlowFormatException)
        {
            throw new InvalidDataException($"{file.Name}: {problem.Message}", problem);
        }
    }
}
