using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Wijkmonitor.Functions.Api.OpenApi;
using Wijkmonitor.Functions.Configuration;
using Wijkmonitor.Functions.Dashboard;
using Wijkmonitor.Functions.Figures;
using Wijkmonitor.Functions.Http.Answers;
using Wijkmonitor.Functions.Ingest;
using Wijkmonitor.Functions.Ingest.Checks;
using Wijkmonitor.Functions.Ingest.Decisions;
using Wijkmonitor.Functions.Middleware;
using Wijkmonitor.Functions.Observability;
using Wijkmonitor.Functions.Replay;
using Wijkmonitor.Functions.Scoring;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Functions.Settings;
using Wijkmonitor.Functions.Storage.Areas;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Functions.Storage.Observations;
using Wijkmonitor.Functions.Storage.Rows;
using Wijkmonitor.Functions.Storage.Scorecards;
using Wijkmonitor.Functions.Storage.SocialMortgages;

// The host takes no larger request. With a lower limit here the connection would be cut before the answer that a file is too large.
const long LargestRequestOfHost = 104_857_600;

// A replay has no host: it answers nobody and runs nothing on a schedule.
var isReplay = args is ["replay"];
var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services.Configure<KestrelServerOptions>(kestrel => kestrel.Limits.MaxRequestBodySize = LargestRequestOfHost);
builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider(); // nothing is protected with it: no keys are written to disk
builder.UseMiddleware<InvocationMiddleware>();
builder.UseMiddleware<FailureMiddleware>();
builder.UseMiddleware<RateLimitMiddleware>();
builder.UseMiddleware<AccessMiddleware>();

// What ships as data, and what this deployment chose of it
var config = ShippedConfig.Read(Path.Combine(AppContext.BaseDirectory, "config"));
builder.Services.AddSingleton(config.Catalogue);
builder.Services.AddSingleton(config);
builder.Services.AddSingleton<CurrentDatasets>();
builder.Services.AddSingleton<DatasetOverrides>();
builder.Services.AddSingleton(ScoringRules.From(builder.Configuration, config.Folder, config.Catalogue));
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddMonitorOptions();

// Who asks, and what they may see
builder.Services.AddSingleton(services => SecurityPolicy.Create(services.GetRequiredService<SecurityOptions>()));
builder.Services.AddSingleton<Identification>();
builder.Services.AddSingleton<Visibility>();
builder.Services.AddSingleton<AnswerHeaders>();
builder.Services.AddSingleton(OpenApiDocument.Current);

// What it tells of its work
builder.Services.AddSingleton<Instruments>();
builder.AddTelemetry();
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
if (isReplay)
{
    builder.Logging.AddSimpleConsole(console => console.IncludeScopes = true); // under a host the log goes to the host
}

// Storage
builder.Services.AddSingleton(services => services.GetRequiredService<StorageOptions>()
    .CreateTableClient(services.GetRequiredService<Instruments>(), services.GetRequiredService<StorageTimeoutOptions>(), services.GetRequiredService<TimeProvider>()));
builder.Services.AddSingleton(services => services.GetRequiredService<StorageOptions>()
    .CreateBlobClient(services.GetRequiredService<Instruments>(), services.GetRequiredService<StorageTimeoutOptions>(), services.GetRequiredService<TimeProvider>()));
builder.Services.AddSingleton<Tables>();
builder.Services.AddSingleton<Containers>();
builder.Services.AddSingleton<StorageSetup>();
builder.Services.AddSingleton<ConfigStore>();
builder.Services.AddSingleton<Inbox>();
builder.Services.AddSingleton<Locks>();
builder.Services.AddSingleton<AreaStore>();
builder.Services.AddSingleton<AreaRecordStore>();
builder.Services.AddSingleton<AreaIndex>();
builder.Services.AddSingleton<ObservationStore>();
builder.Services.AddSingleton<ServedObservations>();
builder.Services.AddSingleton<CrosswalkStore>();
builder.Services.AddSingleton<CustomAreaStore>();
builder.Services.AddSingleton<BoundaryStore>();
builder.Services.AddSingleton<MunicipalityObservations>();
builder.Services.AddSingleton<ContractStore>();
builder.Services.AddSingleton<ContractAreas>();
builder.Services.AddSingleton<LedgerStore>();
builder.Services.AddSingleton<DecisionStore>();
builder.Services.AddSingleton<SettlementStore>();
builder.Services.AddSingleton<MortgageDossiers>();
builder.Services.AddSingleton<DeliveryArchive>();
builder.Services.AddSingleton<DeliveryStore>();
builder.Services.AddSingleton<ProgressStore>();
builder.Services.AddSingleton<LastRuns>();
builder.Services.AddSingleton<AuditLog>();
builder.Services.AddSingleton<FailedAttempts>();
builder.Services.AddSingleton<ScorecardStore>();

// From inbox to observations, from observations to scorecards
builder.Services.AddSingleton<MortgageCheck>();
builder.Services.AddSingleton<FileCheck>();
builder.Services.AddSingleton<FileStore>();
builder.Services.AddSingleton<DeliveryComparison>();
builder.Services.AddSingleton<DeliveryUndo>();
builder.Services.AddSingleton<DeliveryIntake>();
builder.Services.AddSingleton<FileIngest>();
builder.Services.AddSingleton<DecidedDeliveries>();
builder.Services.AddSingleton<AreaDependents>();
builder.Services.AddSingleton<WithdrawalRules>();
builder.Services.AddSingleton<DeliveryDecisions>();
builder.Services.AddSingleton<IngestRun>();
builder.Services.AddSingleton<ScoringRun>();
builder.Services.AddSingleton<MortgageStatements>();
builder.Services.AddSingleton<QuietDatasets>();
builder.Services.AddSingleton<ArchiveReplay>();

// The dashboard, as the build made it
builder.Services.AddSingleton(DashboardFiles.Read(Path.Combine(AppContext.BaseDirectory, "dashboard")));

var app = builder.Build();
if (isReplay)
{
    return await ReplayCommand.RunAsync(app.Services);
}

await app.RunAsync();
return 0;
