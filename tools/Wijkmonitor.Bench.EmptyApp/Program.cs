using Microsoft.AspNetCore.Builder;

// What any ASP.NET Core application costs to start and to ask: the floor of the function app.
var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/", () => "");
app.Run();
