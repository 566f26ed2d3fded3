using Microsoft.Extensions.DependencyInjection.Extensions;
using Repository.Web.Live;
using Repository.Web.Site.Machines.Badges;
using Repository.Web.Site.Machines.Feeds;
using Repository.Web.Site.Machines.Sharing;
using Repository.Web.Site.Machines.Sitemaps;
using Repository.Web.Site.Reading;

namespace Repository.Web.Site.Machines;

/// <summary>The addresses of the site that programs read.</summary>
internal static class MachineDoors
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void AddMachines(this IServiceCollection services)
    {
        services.TryAddSingleton(new SitemapSize());
        services.AddSingleton<ShareImages>();
        services.AddSingleton<MachineAnswers>();
        services.AddSingleton<BadgeServing>();
    }

    public static void MapMachines(this IEndpointRouteBuilder app)
    {
        var answers = app.ServiceProvider.GetRequiredService<MachineAnswers>();
        var size = app.ServiceProvider.GetRequiredService<SitemapSize>();
        app.MapMethods("/sitemap.xml", Reading, http => answers.SendAsync(http, reader => Sitemap.Front(reader, size)));
        app.MapMethods("/sitemap-{part:int}.xml", Reading, (HttpContext http, int part) => answers.SendAsync(http, reader => Sitemap.Part(reader, size, part)));
        app.MapMethods("/robots.txt", Reading, http => answers.SendAsync(http, Robots.Of));
        app.MapMethods("/feeds/{name}.atom", Reading, (HttpContext http, string name) => answers.SendAsync(http, reader => FeedKind.Find(name) is { } kind ? Feed.Of(kind, reader, http.Request) : MachineAnswers.NotThere));
        app.MapMethods(ShareImages.Pattern, Reading, (HttpContext http, string language, Guid key, ShareImages shares, LiveContent live, SiteReaders readers) => shares.SendAsync(http, key, language, live, readers));
        app.MapMethods("/opensearch.xml", Reading, http => answers.SendAsync(http, SearchDescription.Of));
    }
}
