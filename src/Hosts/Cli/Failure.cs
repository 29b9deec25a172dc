using System.CommandLine;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using OrderHotline.Application;
using OrderHotline.CallSimulator.Scenarios;

namespace OrderHotline.Hosts.Cli;

/// <summary>Failures that somebody at a desk can mend, in words for them.</summary>
static class Failure
{
    /// <summary>What is wrong, where, and what would help.</summary>
    /// <returns>Null when the failure is a fault of the line's own.</returns>
    public static string? Explain(Exception failure, ParseResult line) =>
        InWords(failure, line) is { } words ? VisibleText.OneLine(LogText.Masked(words)) : null;

    /// <summary>A fault of the line's own, for whoever mends it: all of it, masked, and each line set in so that none of them can be
    /// taken for one that a command prints.</summary>
    public static string InFull(Exception fault) => string.Join(
        '\n', $"This is a fault of hotline itself: {LogText.Masked($"{fault}")}".Split('\n').Select(VisibleText.OneLine)).Replace("\n", "\n  ", StringComparison.Ordinal);

    /// <summary>Whether it lies in what was typed or in a file.</summary>
    public static bool IsInput(Exception failure) =>
        failure is IOException or InvalidDataException or UnauthorizedAccessException or ScenarioFormatException or UnsoundShopException;

    static string? InWords(Exception failure, ParseResult line)
    {
        if (IsInput(failure))
        {
            return failure.Message;
        }

        if (failure is AwsFailure)
        {
            return failure.Message;
        }

        if (failure is not (AmazonServiceException or AmazonClientException or HttpRequestException))
        {
            return null;
        }

        var (address, table) = (line.GetValue<Uri?>(OrderSourceOptions.DynamoDb), line.GetValue<string>(OrderSourceOptions.TableName));
        return failure switch
        {
            ResourceNotFoundException =>
                $"There is no table {table} at {address}: make it with hotline table create --dynamodb {address} --table {table}",
            HttpRequestException or { InnerException: HttpRequestException } => $"Nothing answers at {address}: is DynamoDB running there?",
            _ => $"The table {table} at {address} refused the request: {failure.Message}",
        };
    }
}
