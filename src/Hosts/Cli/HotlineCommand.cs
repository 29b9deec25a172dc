using System.CommandLine;
using Amazon.Runtime;

namespace OrderHotline.Hosts.Cli;

/// <summary><c>hotline</c>: the line on your desk.</summary>
static class HotlineCommand
{
    /// <summary>Runs one command line.</summary>
    /// <returns>0 when it did what was asked; 1 when it could not, with the reason on <paramref name="error"/>.</returns>
    public static async Task<int> Run(string[] args, TextWriter output, TextWriter error)
    {
        var root = new RootCommand(
            "The order line on your desk. Without --dynamodb everything happens in memory, on sample orders or on your own.")
        {
            InvokeCommand.Create(),
            OrdersCommand.Create(),
            TableCommand.Create(),
        };
        try
        {
            return await root.Parse(args).InvokeAsync(
                new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
        catch (Exception problem) when (problem is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync(problem.Message);
            return 1;
        }
        catch (Exception outage) when (outage is AmazonServiceException or AmazonClientException or HttpRequestException)
        {
            await error.WriteLineAsync($"The table cannot be reached or refused the request: {outage.Message}");
            return 1;
        }
    }
}
