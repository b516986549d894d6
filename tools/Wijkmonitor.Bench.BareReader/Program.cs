using Azure.Data.Tables;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

// The least that a function app can do to serve a scorecard. Its setting DataStorage is the connection string, as the monitor's.
var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
builder.Services.AddSingleton(services => new TableClient(services.GetRequiredService<IConfiguration>()["DataStorage"], "Scorecards"));
await builder.Build().RunAsync();
