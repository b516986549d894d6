using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Wijkmonitor.Bench;

// The least that a web application can do to serve one entity of a table: read it raw and pass it on.
// Its settings: Endpoint, Account and Key of the table service, and Entity, the entity's path below it.
var builder = WebApplication.CreateBuilder(args);
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
var app = builder.Build();
using var tables = new RawTables(new Uri(Setting("Endpoint")), Setting("Account"), Setting("Key"));
var entity = Setting("Entity");
app.MapGet("/", async (HttpResponse response, CancellationToken cancellationToken) =>
{
    var json = await tables.ReadAsync(entity, cancellationToken);
    response.ContentType = "application/json";
    response.ContentLength = json.Length;
    await response.Body.WriteAsync(json, cancellationToken);
});
await app.RunAsync();

string Setting(string name) => app.Configuration[name] ?? throw new InvalidOperationException($"Setting {name} is missing.");
