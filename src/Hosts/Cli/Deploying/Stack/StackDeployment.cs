namespace OrderHotline.Hosts.Cli;

/// <summary>A deployment, from the files on this desk to a number that is answered. It can be run again after whatever happened: what is done
/// already is not done twice.</summary>
/// <param name="request">What was typed.</param>
/// <param name="rendered">Renders the template of the files as they are, and reads the shop's file that it is of.</param>
/// <param name="output">Is told every step.</param>
sealed class StackDeployment(DeployRequest request, Func<CancellationToken, Task<RenderedShop>> rendered, TextWriter output)
{
    /// <summary>Deploys.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public async Task<int> Run(CancellationToken cancellation)
    {
        // What is wrong on this desk is told before anybody is asked.
        var choice = new RevisionChoice(request, rendered);
        var atHand = request.Tag is null ? await choice.OfTheFiles(cancellation) : null;

        var aws = await AwsCommand.Open(request.Region, cancellation);
        var identity = await aws.Ask(["sts", "get-caller-identity"], cancellation);
        var account = (string)identity["Account"]!;
        await output.WriteLineAsync($"Account {account}, region {aws.Region}, signed in as {identity["Arn"]}.");

        var progress = new StackProgress(aws, request.Stack, request.AskEvery, output);
        var stack = await CloudStack.Find(aws, request.Stack, cancellation);
        if (stack is { IsAtWork: true })
        {
            await output.WriteLineAsync($"CloudFormation is at work on the stack {request.Stack} ({stack.Status}). This waits for its end.");
            if (!await progress.Follow(after: null, expected: null, cancellation))
            {
                return ExitCodes.Fault;
            }

            stack = await CloudStack.Find(aws, request.Stack, cancellation);
        }

        if (stack is { MayBeChanged: false })
        {
            await output.WriteLineAsync($"The stack {request.Stack} cannot be changed: {stack.Status}. {StackProgress.WhatToDo(request.Stack, stack.Status)}");
            return ExitCodes.Fault;
        }

        if (stack is { IsEmpty: false } && await AreEdited(aws, stack, atHand?.Flows, cancellation))
        {
            return ExitCodes.CheckFailed;
        }

        var bucket = new UploadBucket(aws, account, request.Bucket ?? UploadBucket.DefaultName(account, aws.Region));
        if (!await bucket.Exists(cancellation) && !await IsMade(bucket, cancellation))
        {
            return ExitCodes.CheckFailed;
        }

        var revision = atHand ?? await choice.OfTheTag(bucket, cancellation);
        await output.WriteLineAsync($"Commit {(revision.Commit.Length > 0 ? revision.Commit : "unknown: the files are not git's")}, functions for {revision.Architecture}.");
        await output.WriteLineAsync(await bucket.Put(revision, cancellation)
            ? $"Uploaded to {bucket.Name}: {revision.PackageKey}, {revision.TemplateKey}"
            : $"In {bucket.Name} already: {revision.PackageKey}, {revision.TemplateKey}");

        var ended = await Change(aws, progress, stack, bucket, revision, cancellation);
        return ended ?? await new Opening(aws, request, output).Open((await CloudStack.Find(aws, request.Stack, cancellation))!, cancellation);
    }

    // An edit that is in the files by now is not lost.
    async Task<bool> AreEdited(AwsCommand aws, CloudStack stack, IReadOnlyDictionary<string, string>? atHand, CancellationToken cancellation)
    {
        bool IsLost(FlowInConnect flow) => flow.Hash != flow.Deployed && flow.Hash != atHand?.GetValueOrDefault(flow.Name);
        var edited = new List<string>();
        foreach (var name in FlowInConnect.NamesIn(stack).Except(request.MayBeOverwritten))
        {
            var (published, saved) = await FlowInConnect.Read(aws, stack, name, cancellation);
            if (IsLost(published) || IsLost(saved))
            {
                edited.Add(name);
            }
        }

        if (edited.Count == 0)
        {
            return false;
        }

        var names = string.Join(' ', edited);
        await output.WriteLineAsync($"Edited in the console since the last deployment, and not overwritten: {names}");
        await output.WriteLineAsync($"  To keep the edits:  hotline flow import --stack {request.Stack} {names}");
        await output.WriteLineAsync($"  To lose them:       {string.Join(' ', edited.Select(name => $"--overwrite {name}"))}");
        return true;
    }

    async Task<bool> IsMade(UploadBucket bucket, CancellationToken cancellation)
    {
        await output.WriteLineAsync($"There is no bucket {bucket.Name} for packages and templates.");
        if (request.PlanOnly)
        {
            await output.WriteLineAsync("A plan needs it, because CloudFormation reads the template there. Run without --plan once, or make it and name it with --bucket.");
            return false;
        }

        if (!await Question.Ask($"Make the bucket {bucket.Name}, versioned, encrypted and closed to the public?", request.Yes, output, cancellation))
        {
            return false;
        }

        await bucket.Make();
        await output.WriteLineAsync($"Made the bucket {bucket.Name}.");
        return true;
    }

    /// <summary>Shows the change and has it done.</summary>
    /// <returns>The code to end with; null where the stack stands as it should.</returns>
    async Task<int?> Change(AwsCommand aws, StackProgress progress, CloudStack? stack, UploadBucket bucket, Revision revision, CancellationToken cancellation)
    {
        var template = bucket.Url(revision.TemplateKey);
        var parameters = await new TemplateParameters(request, stack, revision, bucket.Name).For(aws, template, cancellation);
        var change = new ChangeSet(aws, request.Stack, $"hotline-{DeployedBot.Hash(template + parameters.ToJsonString())}");
        try
        {
            await change.Make(stack is null or { IsEmpty: true }, template, parameters, $"hotline deploy {revision.Commit}".TrimEnd(), request.AskEvery, cancellation);
            if (change.Changes.IsEmpty)
            {
                await change.Delete(cancellation);
                await output.WriteLineAsync($"Nothing to change: the stack {request.Stack} is this already.");
                return null;
            }

            await output.WriteLineAsync($"What would happen to the stack {request.Stack}:");
            foreach (var line in PlannedChange.InWords(change.Changes))
            {
                await output.WriteLineAsync(line);
            }

            if (await IsRefused(change) is { } refused)
            {
                await change.Delete(cancellation);
                return refused;
            }

            if (!await Question.Ask("Do it?", request.Yes, output, cancellation))
            {
                await change.Delete(cancellation);
                await output.WriteLineAsync("Nothing was changed.");
                return ExitCodes.CheckFailed;
            }

            cancellation.ThrowIfCancellationRequested();
        }
        catch (OperationCanceledException)
        {
            await output.WriteLineAsync($"Nothing was changed. If the change set is still there, it does nothing, and is deleted by: {change.Deletion}");
            await change.Delete(CancellationToken.None);
            throw;
        }

        var before = await progress.LastEvent(CancellationToken.None);
        // Whether it was begun must be known, so this one request is not interrupted.
        await change.Execute(CancellationToken.None);
        return await progress.Follow(before, change.Changes.Length, cancellation) ? null : ExitCodes.Fault;
    }

    async Task<int?> IsRefused(ChangeSet change)
    {
        var losses = change.Changes.Where(planned => planned.Loss is not null && !request.MayBeReplaced.Contains(planned.Id)).Select(planned => planned.Id).ToList();
        if (losses.Count > 0)
        {
            await output.WriteLineAsync($"Refused: {string.Join(", ", losses)} cannot be made again. If that is meant: {string.Join(' ', losses.Select(id => $"--allow-replace {id}"))}");
            return ExitCodes.CheckFailed;
        }

        if (request.PlanOnly)
        {
            await output.WriteLineAsync("Only planned: nothing was changed.");
            return ExitCodes.Ok;
        }

        return null;
    }
}
