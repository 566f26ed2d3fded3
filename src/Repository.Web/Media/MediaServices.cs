using Microsoft.Extensions.DependencyInjection.Extensions;
using Repository.Web.Media.Kits;
using Repository.Web.Media.Previews;
using Repository.Web.Media.Renditions;
using Repository.Web.Media.Renditions.Keeping;
using Repository.Web.Media.Renditions.Making;
using Repository.Web.Media.Texts;
using Repository.Web.Operations;

namespace Repository.Web.Media;

internal static class MediaServices
{
    public static void AddMedia(this IServiceCollection services, RepositoryOptions options)
    {
        services.TryAddSingleton(new Vips(Environment.GetEnvironmentVariable("PATH")));
        services.TryAddSingleton(new PdfToText(Environment.GetEnvironmentVariable("PATH")));
        services.AddSingleton<TextExtraction>();
        services.AddSingleton<TextFollowing>();
        services.AddHostedService(provider => provider.GetRequiredService<TextFollowing>());
        services.TryAddSingleton(new Poppler(Environment.GetEnvironmentVariable("PATH")));
        services.AddSingleton<PublicFiles>();
        services.AddSingleton(options.Imaging);
        services.AddSingleton(provider => new RenditionCache(options.RenditionsPath, options.Imaging.CacheSize, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(new RenditionMemory());
        services.AddSingleton<RenditionMaking>();
        services.AddSingleton<RenditionServing>();
        services.AddHostedService<RenditionKeeping>();
        services.AddSingleton<MaterialKits>();
        services.AddSingleton<PreviewDrawing>();
        services.AddSingleton<PreviewTending>();
        if (options.Previews) services.AddHostedService<PreviewKeeping>();
    }
}
