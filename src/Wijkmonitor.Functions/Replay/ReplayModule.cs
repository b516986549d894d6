using Microsoft.Extensions.DependencyInjection;

namespace Wijkmonitor.Functions.Replay;

/// <summary>Registration of replay and comparison.</summary>
public static class ReplayModule
{
    /// <summary>Adds the replay and the comparison.</summary>
    public static IServiceCollection AddReplay(this IServiceCollection services) =>
        services.AddSingleton<ArchiveReplay>().AddSingleton<ArchiveVerification>();
}
