using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;
using Repository.Web.Delivery;
using Repository.Web.Resources;
using Repository.Web.Site.Assets;
using Repository.Web.Site.Machines;
using Repository.Web.Site.Pages;
using Repository.Web.Site.Participating;
using Repository.Web.Site.Reading;
using Repository.Web.Site.Rendering;

namespace Repository.Web.Site.Serving;

/// <summary>Where the public site begins: every address that nothing else answers, apart from those that belong to programs.</summary>
internal static class SiteDoors
{
    /// <summary>Whoever asks for something below these that is not there is a program and gets no page.</summary>
    private static readonly PathString[] Programs = ["/umbraco", "/desk", "/api", "/media", "/healthz", "/metrics", "/kits", "/feeds", "/compartir"];

    public static void AddSite(this IServiceCollection services)
    {
        services.AddLocalization();
        services.TryAddSingleton<IStringLocalizer<SiteTexts>, KeptTexts<SiteTexts>>();
        services.AddSingleton<SiteAssets>();
        services.AddSingleton<PictureAddresses>();
        services.AddSingleton<DataTables>();
        services.AddSingleton<SiteReaders>();
        services.AddSingleton<PageWriting>();
        services.AddSingleton<SiteServing>();
        services.AddSingleton<PreviewServing>();
        services.AddSingleton<FormSteps>();
        services.AddSingleton<FormServing>();
        services.AddSingleton<StatusServing>();
        services.AddSingleton<EntryReceipts>();
        services.AddSingleton<PostReading>();
        services.AddMachines();
    }

    /// <summary>Where reading needs a key there is no site: whoever opens it has none.</summary>
    public static void UseSite(this WebApplication app, DeliveryOptions delivery)
    {
        if (!delivery.PublicAccess) return;
        app.MapMachines();
        var assets = app.Services.GetRequiredService<SiteAssets>();
        var site = app.Services.GetRequiredService<SiteServing>();
        string[] reading = [HttpMethods.Get, HttpMethods.Head];
        app.MapMethods("/sw.js", reading, assets.SendWorkerAsync);
        app.MapMethods(OfflinePage.Path, reading, site.OfflineAsync);
        app.Use((http, next) =>
        {
            if (http.GetEndpoint() is not null || Programs.Any(prefix => http.Request.Path.StartsWithSegments(prefix, StringComparison.OrdinalIgnoreCase))) return next(http);
            return assets.Folder.Has(http.Request.Path) ? assets.Folder.SendAsync(http) : site.AnswerAsync(http);
        });
    }
}
