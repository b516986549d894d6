using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Wijkmonitor.Functions.Scoring;

/// <summary>Reporter that warns at the start about fields of rules under a former name.</summary>
internal sealed partial class RenamedRuleReporter(ScoringRules rules, ILogger<RenamedRuleReporter> logger) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var kind in rules.Kinds)
        {
            foreach (var field in kind.RenamedFields)
            {
                LogRenamed(field.Former, kind.RuleVersion, kind.Name, field.Current);
            }
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(129, LogLevel.Warning, "Accepted former field {Former} in version {Version} of the rules of {Kind}; rename it to {Field} before the next release")]
    private partial void LogRenamed(string former, string version, string kind, string field);
}
