using OrderHotline.Application;

namespace OrderHotline.Hosts.Web;

/// <summary>What the framework has to say, from warnings on, in lines like the host's own: whatever could be a number or a secret is masked.</summary>
/// <param name="log">Takes one line at a time.</param>
sealed class FrameworkLog(Action<string> log) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new Category(categoryName, log);

    public void Dispose()
    {
    }

    sealed class Category(string name, Action<string> log) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel is >= LogLevel.Warning and < LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                var isError = logLevel >= LogLevel.Error;
                var message = formatter(state, exception);
                log(new LogLine(
                    line => line.WriteString("of", name), isError ? "" : message, isError ? $"{message} {exception}".TrimEnd() : null).ToString());
            }
        }
    }
}
