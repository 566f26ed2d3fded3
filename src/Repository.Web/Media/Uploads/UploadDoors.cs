using Repository.Core.Content;
using Repository.Web.Operations;

namespace Repository.Web.Media.Uploads;

/// <summary>The way in for files over the web, and what it is made of.</summary>
internal static class UploadDoors
{
    public static void AddUploads(this IServiceCollection services, Installation installation)
    {
        services.AddSingleton(new UploadStore(installation.Options.UploadsPath, installation.Clock));
        services.AddSingleton(installation.Intake);
        services.AddSingleton<ContentEditing>();
        services.AddSingleton<MediaShelf>();
        services.AddSingleton<UploadEndpoints>();
    }

    public static void UseUploads(this WebApplication app)
    {
        app.Services.GetRequiredService<UploadStore>().RemoveExpired();
        var uploads = app.Services.GetRequiredService<UploadEndpoints>();

        // Before any endpoint is chosen: nothing may look at a body before the gate has.
        app.UseWhen(http => http.Request.Path.StartsWithSegments(UploadEndpoints.Root), branch => branch.Run(uploads.AnswerAsync));
    }
}
