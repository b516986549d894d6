using Microsoft.Extensions.DependencyInjection;
using Wijkmonitor.Functions.Ingest.Checks;
using Wijkmonitor.Functions.Ingest.Decisions;
using Wijkmonitor.Functions.Ingest.Deliveries;
using Wijkmonitor.Functions.Ingest.Previews;
using Wijkmonitor.Functions.Settings;

namespace Wijkmonitor.Functions.Ingest;

/// <summary>Registration of the ingest.</summary>
public static class IngestModule
{
    /// <summary>Adds the ingest.</summary>
    public static IServiceCollection AddIngest(this IServiceCollection services)
    {
        services.AddValidated<IngestOptions>(IngestOptions.Section, new IngestValidator());
        services.AddSchedules();
        services.AddSingleton<MortgageCheck>();
        services.AddSingleton<FileCheck>();
        services.AddSingleton<DeliveryProcessor>();
        services.AddSingleton<FileIngest>();
        services.AddSingleton<DeliveryDecisionProcessor>();
        services.AddSingleton<WithdrawalRules>();
        services.AddSingleton<DeliveryDecisions>();
        services.AddSingleton<DecisionPreviews>();
        services.AddSingleton<IngestRun>();
        return services;
    }
}
