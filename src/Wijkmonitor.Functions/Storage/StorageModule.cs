using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Wijkmonitor.Functions.Observability;
using Wijkmonitor.Functions.Settings;
using Wijkmonitor.Functions.Storage.Areas;
using Wijkmonitor.Functions.Storage.Connections;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Functions.Storage.Formats;
using Wijkmonitor.Functions.Storage.Observations;
using Wijkmonitor.Functions.Storage.Operations;
using Wijkmonitor.Functions.Storage.Overlays;
using Wijkmonitor.Functions.Storage.Publications;
using Wijkmonitor.Functions.Storage.Rows;
using Wijkmonitor.Functions.Storage.Scorecards;
using Wijkmonitor.Functions.Storage.SocialMortgages;

namespace Wijkmonitor.Functions.Storage;

/// <summary>Registration of the storage: its settings, its clients and its stores.</summary>
public static class StorageModule
{
    /// <summary>Adds the storage.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        var validator = new StorageValidator();
        services.AddValidated<StorageTimeoutOptions>(StorageTimeoutOptions.Section, validator);

        // A connection string is the value of the section itself, as in all connection settings of Azure Functions.
        services.AddValidated<StorageOptions>(StorageOptions.Section, validator)
            .Configure<IConfiguration>(
                (options, configuration) => options.ConnectionString = configuration[StorageOptions.Section] is { Length: > 0 } text ? text : null);
        services.AddSingleton(provider => provider.GetRequiredService<StorageOptions>()
            .CreateTableClient(provider.GetRequiredService<WijkmonitorMetrics>(), provider.GetRequiredService<StorageTimeoutOptions>(),
                provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => provider.GetRequiredService<StorageOptions>()
            .CreateBlobClient(provider.GetRequiredService<WijkmonitorMetrics>(), provider.GetRequiredService<StorageTimeoutOptions>(),
                provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<Tables>();
        services.AddSingleton<OverlaidTables>();
        services.AddSingleton<Containers>();
        services.AddSingleton<DeliveryIds>();
        services.AddSingleton<StorageSetup>();
        services.AddSingleton<Locks>();

        services.AddSingleton<AreaStore>();
        services.AddSingleton<AreaRecordStore>();
        services.AddSingleton<AreaIndex>();
        services.AddSingleton<CrosswalkStore>();
        services.AddSingleton<CustomAreaStore>();
        services.AddSingleton<BoundaryStore>();
        services.AddSingleton<ObservationStore>();
        services.AddSingleton<PublicationStore>();
        services.AddSingleton<PublicationVerifier>();
        services.AddSingleton<SubjectStore>();
        services.AddSingleton<ScorecardStore>();

        services.AddSingleton<ContractStore>();
        services.AddSingleton<ContractAreas>();
        services.AddSingleton<LedgerStore>();
        services.AddSingleton<DecisionStore>();
        services.AddSingleton<SettlementStore>();
        services.AddSingleton<SocialMortgageRepository>();

        services.AddSingleton<Inbox>();
        services.AddSingleton<ConfigStore>();
        services.AddSingleton<DeliveryArchive>();
        services.AddSingleton<DeliveryStore>();
        services.AddSingleton<ProgressStore>();
        services.AddSingleton<FunctionRunLog>();
        services.AddSingleton<AuditLog>();
        services.AddSingleton<FailedAttempts>();

        services.AddSingleton<FormatStorages>();
        services.AddSingleton<FileStore>();
        services.AddSingleton<DeliveryComparison>();
        services.AddSingleton<DeliveryRollback>();
        services.AddSingleton<DeliveryWriter>();
        services.AddSingleton<PartCounter>();
        services.AddSingleton<ReleaseOrder>();
        services.AddSingleton<RowVerifier>();
        return services;
    }
}
