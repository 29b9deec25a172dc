namespace OrderHotline.Domain;

/// <summary>What a shop wants said for a name that it writes for the eye.</summary>
/// <param name="Language">The language it is said in.</param>
/// <param name="Words">What is said.</param>
public sealed record SpokenName(Language Language, string Words);
