using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Repository.Web.Desk.SignIn;

namespace Repository.Web.Commands;

/// <summary>Starts the program, says where it answers, and runs until it is told to stop.</summary>
internal static class ServeCommand
{
    public static async Task<int> RunAsync(string[] configuration, CancellationToken cancellation)
    {
        await using var app = await RepositoryApplication.BuildAsync(configuration, cancellation);
        await app.WelcomeAsync(cancellation);
        await app.StartAsync(cancellation);
        Announce(app);
        await app.WaitForShutdownAsync(cancellation);
        return 0;
    }

    private static void Announce(WebApplication app)
    {
        foreach (var address in app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses)
        {
            Console.WriteLine($"""
                El repositorio responde en {address}
                  escritorio {address}/desk
                  contenido {address}/umbraco/delivery/api/v2/content
                  archivos  {address}/umbraco/delivery/api/v2/media?fetch=children:/
                  OpenAPI   {address}/umbraco/swagger/delivery/swagger.json
                  estado    {address}/healthz/ready
                """);
        }
    }
}
