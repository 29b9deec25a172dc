namespace OrderHotline.Hosts.Cli;

/// <summary>What was typed after <c>hotline deploy</c>.</summary>
/// <param name="Stack">The name of the stack.</param>
/// <param name="Region">The region; null for the one that <c>aws</c> takes.</param>
/// <param name="Bucket">The bucket for packages and templates; null for the one that bears account and region in its name.</param>
/// <param name="Parameters">What the template is given; what is not named stays as it was deployed last.</param>
/// <param name="Package">The functions' package; null for the one that publishing made.</param>
/// <param name="Tag">The tag whose revision is deployed again; null for the files as they are.</param>
/// <param name="Yes">Whether every question is answered with yes.</param>
/// <param name="PlanOnly">Whether nothing is executed.</param>
/// <param name="MayBeReplaced">The logical names of irreplaceable things that may be replaced or leave the stack.</param>
/// <param name="MayBeOverwritten">The logical names of flows whose edits in the console may be lost.</param>
/// <param name="AskEvery">How long to wait before AWS is asked again how far it is.</param>
sealed record DeployRequest(
    string Stack,
    string? Region,
    string? Bucket,
    IReadOnlyDictionary<string, string> Parameters,
    FileInfo? Package,
    string? Tag,
    bool Yes,
    bool PlanOnly,
    IReadOnlyCollection<string> MayBeReplaced,
    IReadOnlyCollection<string> MayBeOverwritten,
    TimeSpan AskEvery);
