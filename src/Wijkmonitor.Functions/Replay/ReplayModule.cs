using Microsoft.Extensions.DependencyInjection;

namespace Wijkmonitor.Functions.Replay;

/// <summary>Registers what makes the tables again from the archive, and what compares the two.</summary>
public static class ReplayModule
{
    /// <summary>Adds the replay and the comparison.</summary>
    public static IServiceCollection AddReplay(this IServiceCollection services) =>
        services.AddSingleton<ArchiveReplay>().AddSingleton<ArchiveVerification>();
}
