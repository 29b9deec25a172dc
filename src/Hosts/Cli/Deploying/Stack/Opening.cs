namespace OrderHotline.Hosts.Cli;

/// <summary>What is left when the stack stands: it is protected, its functions are tried, and the number leads to the flow. All of it can be done
/// twice.</summary>
/// <param name="aws">Asks AWS.</param>
/// <param name="request">What was typed.</param>
/// <param name="output">Is told every step, and what is ready and what is not.</param>
sealed class Opening(AwsCommand aws, DeployRequest request, TextWriter output)
{
    /// <summary>Opens the line.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public async Task<int> Open(CloudStack stack, CancellationToken cancellation)
    {
        await aws.Ask(["cloudformation", "update-termination-protection", "--enable-termination-protection", "--stack-name", request.Stack], cancellation);
        await output.WriteLineAsync($"The stack {request.Stack} is protected: nobody deletes it by mistake.");

        if (!await FunctionCheck.Run(aws, stack, output, cancellation))
        {
            await output.WriteLineAsync("NOT ready: a function does not do its work. The number was not led anywhere; what it led to before, it still does.");
            await output.WriteLineAsync("  Mend it and deploy again, or put an older state back with --to TAG.");
            return ExitCodes.CheckFailed;
        }

        if (NumberId(stack) is not { } number)
        {
            await output.WriteLineAsync("NOT ready: the line has no number. Everything else is.");
            await output.WriteLineAsync("  Claim one with --parameter ClaimNumberIn=US, or name one of the instance with --parameter NumberId=ID.");
            await output.WriteLineAsync("  In Japan a number needs a support case first: hotline deploy doctor has the text for it.");
            return ExitCodes.Ok;
        }

        await aws.Ask(
            ["connect", "associate-phone-number-contact-flow", "--instance-id", stack.InstanceId!, "--phone-number-id", number,
                "--contact-flow-id", stack.Outputs["Entrance"].Split('/')[^1]],
            cancellation);
        await output.WriteLineAsync($"Ready: {stack.Outputs.GetValueOrDefault("Number", $"the number {number}")} leads to the flow Reception. Call it.");
        return ExitCodes.Ok;
    }

    static string? NumberId(CloudStack stack) =>
        stack.Resources.TryGetValue("Number", out var claimed) ? claimed.PhysicalId.Split('/')[^1]
        : stack.Parameters.GetValueOrDefault("NumberId") is { Length: > 0 } named ? named
        : null;
}
