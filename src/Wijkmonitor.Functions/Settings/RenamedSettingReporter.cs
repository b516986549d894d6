using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Wijkmonitor.Functions.Settings;

/// <summary>Reporter that warns at the start about settings under a former key.</summary>
internal sealed partial class RenamedSettingReporter(
    IEnumerable<RenamedSetting> settings,
    IConfiguration configuration,
    ILogger<RenamedSettingReporter> logger) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var setting in settings.Where(setting => configuration.GetSection(setting.Section)[setting.Former] is not null))
        {
            LogRenamed($"{setting.Section}__{setting.Former}", $"{setting.Section}__{setting.Current}");
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(127, LogLevel.Warning, "Accepted former setting {Former}; rename it to {Setting} before the next release")]
    private partial void LogRenamed(string former, string setting);
}
