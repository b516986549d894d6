using Microsoft.Extensions.DependencyInjection;
using Wijkmonitor.Functions.Figures;
using Wijkmonitor.Functions.Scoring;
using Wijkmonitor.Functions.Storage.Areas;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Functions.Storage.Formats;
using Wijkmonitor.Functions.Storage.Observations;
using Wijkmonitor.Functions.Storage.Overlays;
using Wijkmonitor.Functions.Storage.Rows;
using Wijkmonitor.Functions.Storage.SocialMortgages;

namespace Wijkmonitor.Functions.Ingest.Previews;

/// <summary>The app's services, of which those that write and read computed tables do so in memory, over what is stored.</summary>
/// <param name="services">The services of the app.</param>
internal sealed class OverlaidServices(IServiceProvider services) : IServiceProvider
{
    /// <summary>The services that each preview creates for itself; records of deliveries and blobs are read as they are.</summary>
    internal static readonly HashSet<Type> Overlaid =
    [
        typeof(AreaStore), typeof(AreaRecordStore), typeof(CrosswalkStore), typeof(CustomAreaStore), typeof(BoundaryStore), typeof(ObservationStore),
        typeof(ContractStore), typeof(LedgerStore), typeof(DecisionStore), typeof(SettlementStore), typeof(SocialMortgageRepository),
        typeof(FormatStorages), typeof(FileStore), typeof(DeliveryRollback), typeof(DeliveryWriter), typeof(DisclosableObservations),
        typeof(MunicipalityObservations), typeof(MunicipalityScoring),
    ];

    private readonly Dictionary<Type, object> created = new()
    {
        [typeof(Tables)] = services.GetRequiredService<OverlaidTables>().Create(),
    };

    /// <inheritdoc/>
    public object? GetService(Type serviceType) =>
        created.TryGetValue(serviceType, out var known) ? known
        : Overlaid.Contains(serviceType) ? created[serviceType] = ActivatorUtilities.CreateInstance(this, serviceType)
        : services.GetService(serviceType);
}
