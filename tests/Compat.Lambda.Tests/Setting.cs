namespace OrderHotline.Compat.Lambda.Tests;

/// <summary>An environment variable for the length of one test.</summary>
sealed class Setting : IDisposable
{
    readonly string _name;
    readonly string? _before;

    public Setting(string name, string? value)
    {
        (_name, _before) = (name, Environment.GetEnvironmentVariable(name));
        Environment.SetEnvironmentVariable(name, value);
    }

    public void Dispose() => Environment.SetEnvironmentVariable(_name, _before);
}
