using Microsoft.Extensions.DependencyInjection;

namespace Wijkmonitor.Functions.Replay;

/// <summary>Registers what makes the tables again from the archive.</summary>
public static class ReplayModule
{
    /// <summary>Adds the replay.</summary>
    public static IServiceCollection AddReplay(this IServiceCollection services) => services.AddSingleton<ArchiveReplay>();
}
