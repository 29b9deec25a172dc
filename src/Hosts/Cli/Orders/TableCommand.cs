using System.CommandLine;
using Amazon.DynamoDBv2.Model;
using OrderHotline.Adapters.Aws;

namespace OrderHotline.Hosts.Cli;

/// <summary><c>hotline table</c>: the table the orders live in.</summary>
static class TableCommand
{
    public static Command Create()
    {
        var source = new OrderSourceOptions();
        var create = source.TakeTableOptions(new Command("create", "Makes the table with its indexes, and waits until it can be used."));
        create.SetAction(async (line, cancellation) =>
        {
            var (client, settings) = source.Table(line);
            using (client)
            {
                try
                {
                    await CustomerTableSchema.Create(client, settings, cancellation);
                }
                catch (ResourceInUseException)
                {
                    await line.InvocationConfiguration.Error.WriteLineAsync(
                        $"There is a table {settings.TableName} already; it was left as it is.");
                    return ExitCodes.BadInput;
                }
            }

            await line.InvocationConfiguration.Output.WriteLineAsync($"{settings.TableName} is ready.");
            return 0;
        });
        return new Command("table", "Makes the table that orders live in.") { create };
    }
}
