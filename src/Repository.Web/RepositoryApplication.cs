using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Repository.Core.Content;
using Repository.Core.Publishing;
using Repository.Core.Workflow;
using Repository.USync;
using Repository.Web.Calls;
using Repository.Web.Delivery;
using Repository.Web.Desk.Editing;
using Repository.Web.Desk.Serving;
using Repository.Web.Forms;
using Repository.Web.Forms.Wire;
using Repository.Web.Live;
using Repository.Web.Media;
using Repository.Web.Media.Kits;
using Repository.Web.Media.Uploads;
using Repository.Web.Operations;
using Repository.Web.Searching;
using Repository.Web.Site.Serving;

namespace Repository.Web;

/// <summary>Puts the house together: what it is made of, in which order it starts, where it answers.</summary>
internal static class RepositoryApplication
{
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>What the framework keeps to itself: a line for each request, that the keys of cookies lie unencrypted in a folder that only their owner may open, and that a form came without a token.</summary>
    private static readonly KeyValuePair<string, string?>[] Quiet =
    [
        new("Logging:LogLevel:Microsoft.AspNetCore", nameof(LogLevel.Warning)),
        new("Logging:LogLevel:Microsoft.AspNetCore.DataProtection", nameof(LogLevel.Error)),
        new("Logging:LogLevel:Microsoft.AspNetCore.Antiforgery", nameof(LogLevel.Error)),
    ];

    /// <summary>A built application whose content is loaded and that only waits to be run. Throws <see cref="StartRefusedException"/> when schema, content or configuration are not fit to be served.</summary>
    public static async Task<WebApplication> BuildAsync(string[] args, CancellationToken cancellation, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = Settings.Builder(args);
        // Below every file and argument, so that each of them can say otherwise.
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Quiet });
        configure?.Invoke(builder);
        if (string.IsNullOrEmpty(builder.Configuration["urls"])) builder.WebHost.UseUrls(DefaultUrl);
        builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);

        var options = RepositoryOptions.Read(builder.Configuration);
        var installation = await Installation.OpenAsync(options, TimeProvider.System, cancellation);
        AddInstallation(builder.Services, installation);

        var app = builder.Build();
        try
        {
            await FillAsync(app, app.Services.GetRequiredService<Installation>(), cancellation);
            UseDoors(app, options);
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    private static void AddInstallation(IServiceCollection services, Installation installation)
    {
        // Made by a factory, it is closed together with the application.
        services.AddSingleton(_ => installation);
        services.AddSingleton(installation.Options);
        services.AddSingleton(installation.Schema);
        services.AddSingleton(installation.Editors);
        services.AddSingleton<IContentStore>(installation.Store);
        services.TryAddSingleton(installation.Clock);
        services.AddSingleton(installation.Texts);
        services.AddSingleton(provider => new ContentIndex(installation.Options.IndexPath, installation.Fingerprint, installation.Texts, provider.GetRequiredService<ILogger<ContentIndex>>()));
        services.AddSingleton(provider => new LiveContent(
            installation.Store, installation.Schema, installation.Editors, drafts: false, provider.GetRequiredService<ILogger<LiveContent>>(), provider.GetRequiredService<ContentIndex>()));
        services.AddSingleton<ILiveContent>(provider => provider.GetRequiredService<LiveContent>());
        services.AddSingleton<LiveDrafts>();
        services.AddSingleton<ContentWriter>();
        services.AddSingleton(installation.Validation);
        services.AddSingleton<ContentPublishing>();
        services.AddSingleton<ContentTree>();
        services.AddSingleton<Reviewing>();
        services.AddSingleton<Commenting>();
        services.AddSingleton(provider => new DeliveryApi(
            installation.Options.Delivery, provider.GetRequiredService<LiveContent>(), provider.GetRequiredService<LiveDrafts>(), installation.Fingerprint)
        {
            Forms = provider.GetRequiredService<FormBook>(),
        });
        services.AddSingleton(installation.Files);
        services.AddUploads(installation);
        services.AddMedia(installation.Options);
        services.AddForms(installation);
        services.AddCalls(installation);
        services.AddSite();
        services.AddForwardedAddresses(installation.Options);
        services.AddDesk(installation.Options);
        services.AddEditing(installation);
        services.AddHostedService<IndexKeeping>();
        services.AddHostedService<ChangeFollowing>();
        services.AddSingleton<ScheduledPublishing>();
        services.AddHostedService(provider => provider.GetRequiredService<ScheduledPublishing>());
        if (installation.Options.Compression) services.AddCompression();
        if (installation.Options.Delivery.AllowedOrigins.Length > 0) services.AddCors();
    }

    /// <summary>An empty database takes in the seed content; everything is loaded; what fell due meanwhile is done.</summary>
    private static async Task FillAsync(WebApplication app, Installation installation, CancellationToken cancellation)
    {
        var live = app.Services.GetRequiredService<LiveContent>();
        await installation.SeedWhenEmptyAsync(cancellation);
        await installation.TakeFormsAsync(new USyncFolder(installation.Options.USyncPath), cancellation);
        await app.Services.GetRequiredService<FormBook>().RefreshAsync(cancellation);
        await live.LoadAsync(cancellation);
        await app.Services.GetRequiredService<ScheduledPublishing>().RunAsync(cancellation);
    }

    private static void UseDoors(WebApplication app, RepositoryOptions options)
    {
        app.UseForwardedHeaders();
        if (options.Compression) app.UseCompression();
        app.UseUnexpectedFailures();
        app.UseMediaFiles();
        app.UseUploads();
        app.UseDesk();
        if (options.Delivery.AllowedOrigins.Length > 0) app.UseDeliveryOrigins(options.Delivery);
        app.MapEditing();
        app.MapHealth();
        app.MapDelivery();
        app.MapFormApi();
        app.MapSearch();
        app.MapKits();
        app.UseSite(options.Delivery);
    }
}
