namespace OrderHotline.Compat.Lambda.Tests;

/// <summary>Tests that set or read environment variables run alone: every bootstrap sets the trace of its event in hand.</summary>
[CollectionDefinition("Environment variables belong to the process", DisableParallelization = true)]
public sealed class EnvironmentVariables;
