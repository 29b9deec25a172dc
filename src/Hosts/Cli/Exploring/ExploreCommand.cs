using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using OrderHotline.CallSimulator.Exploration;

namespace OrderHotline.Hosts.Cli;

/// <summary><c>hotline explore</c>: every call that can happen, and what is true of all of them.</summary>
static class ExploreCommand
{
    const int UsualDepth = 8;
    const int MostActs = 100;

    public static Command Create()
    {
        var depth = new Option<int>("--depth")
        {
            Description = $"How many acts of the caller a call has at most. Default: {UsualDepth}, which takes seconds; "
                + "12 takes about a minute.",
            HelpName = "N",
            DefaultValueFactory = _ => UsualDepth,
            CustomParser = argument =>
            {
                if (int.TryParse(argument.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var acts) && acts is >= 1 and <= MostActs)
                {
                    return acts;
                }

                argument.AddError($"--depth is \"{argument.Tokens[0].Value}\": it must be 1 to {MostActs}, for without an act nothing is checked.");
                return default;
            },
        };
        var counterExamples = new Option<DirectoryInfo?>("--counter-examples")
        {
            Description = "Write the shortest call that breaks each property into this folder.",
            HelpName = "FOLDER",
        };
        var (json, junit) = (JsonReport.Option(), JUnitReport.Option());
        var (moment, deployed) = (new OrderSourceOptions(), new DeployedLine());
        var command = moment.TakeMoment(deployed.TakeOptions(new Command(
            "explore",
            "Plays every call up to a number of acts, with every state of an order and of the operators and every function going wrong, "
                + "and says what is true of all of them. Fails when something is not.")
        {
            depth,
            counterExamples,
            json,
            junit,
        }));
        command.SetAction(async (line, cancellation) =>
        {
            var deployment = deployed.ReadWithFlow(line);
            var settings = new ExplorationSettings
            {
                Worlds = StartWorlds.All(deployment, deployment.Shop.Policy.Today(moment.Clock(line).GetCurrentInstant())),
                Flow = deployed.Flow(line),
                Depth = line.GetValue(depth),
            };
            var output = line.InvocationConfiguration.Output;
            var watch = Stopwatch.StartNew();
            var exploration = await ExplorationScreen.Watch(
                output, settings.Depth, progress => CallExplorer.Explore(deployment, settings, progress, cancellation));
            if (line.GetValue(json))
            {
                await ExplorationReport.WriteJson(output, exploration, settings);
            }
            else
            {
                await output.WriteAsync($"{ExplorationReport.Text(exploration, settings, watch.Elapsed)}\n");
            }

            if (line.GetValue(junit) is { } report)
            {
                await JUnitReport.Write(report, "every call", [.. exploration.Verdicts.Select(ExplorationReport.Case)], cancellation);
            }

            if (line.GetValue(counterExamples) is { } target)
            {
                await ExplorationReport.Write(deployment, settings, exploration, target, cancellation);
            }

            return exploration.Verdicts.Any(verdict => verdict is PropertyVerdict.Broken) ? ExitCodes.CheckFailed : ExitCodes.Ok;
        });
        return command;
    }
}
