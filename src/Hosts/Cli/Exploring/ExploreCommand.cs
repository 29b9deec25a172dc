using System.CommandLine;
using System.Diagnostics;
using OrderHotline.Adapters.Local;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Cli;

/// <summary><c>hotline explore</c>: every call that can happen, and what is true of all of them.</summary>
static class ExploreCommand
{
    const int UsualDepth = 8;

    public static Command Create()
    {
        var depth = new Option<int>("--depth")
        {
            Description = $"How many acts of the caller a call has at most. Default: {UsualDepth}, which takes seconds; "
                + "12 takes about a minute.",
            HelpName = "N",
            DefaultValueFactory = _ => UsualDepth,
        };
        depth.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > 100)
            {
                result.AddError("--depth must be 0 to 100.");
            }
        });
        var flow = new Option<string>("--flow")
        {
            Description = "The flow that the number leads to.",
            HelpName = "NAME",
            DefaultValueFactory = _ => "Reception",
        };
        var deploy = new Option<DirectoryInfo>("--deploy")
        {
            Description = "Explore what this folder would deploy: flows/*.json, bot/*.json and OperatorHours.json. "
                + "Default: the line's own.",
            HelpName = "FOLDER",
        }.AcceptExistingOnly();
        var counterExamples = new Option<DirectoryInfo?>("--counter-examples")
        {
            Description = "Write the shortest call that breaks each property into this folder.",
            HelpName = "FOLDER",
        };
        var shop = new Shop();
        var command = shop.TakeMoment(new Command(
            "explore",
            "Plays every call up to a number of acts, with every state of an order and of the operators and every function going wrong, "
                + "and says what is true of all of them. Fails when something is not.")
        {
            depth,
            flow,
            deploy,
            counterExamples,
        });
        command.SetAction(async (line, cancellation) =>
        {
            var folder = line.GetValue(deploy) ?? new DirectoryInfo(Path.Combine(AppContext.BaseDirectory, "deploy"));
            var deployment = Deployment.Read(folder);
            if (!deployment.Flows.ContainsKey(line.GetValue(flow)!))
            {
                throw new InvalidDataException($"There is no flow {line.GetValue(flow)} in {folder.Name}/flows.");
            }

            var policy = new ShippingPolicy();
            var settings = new ExplorationSettings
            {
                Worlds = StartWorlds.All(deployment, policy.Today(shop.Clock(line).GetCurrentInstant()), policy),
                Flow = line.GetValue(flow)!,
                Depth = line.GetValue(depth),
            };
            var output = line.InvocationConfiguration.Output;
            var watch = Stopwatch.StartNew();
            var exploration = await ExplorationScreen.Watch(
                output, settings.Depth, progress => CallExplorer.Explore(deployment, settings, progress, cancellation));
            await output.WriteLineAsync(ExplorationReport.Text(exploration, settings, watch.Elapsed));
            if (line.GetValue(counterExamples) is { } target)
            {
                await ExplorationReport.Write(deployment, settings, exploration, target, cancellation);
            }

            return exploration.Verdicts.Any(verdict => verdict is PropertyVerdict.Broken) ? 1 : 0;
        });
        return command;
    }
}
