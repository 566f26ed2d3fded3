using Microsoft.Extensions.DependencyInjection.Extensions;
using Repository.Core.Content;
using Repository.Web.Desk.Calendar;
using Repository.Web.Desk.Serving;
using Repository.Web.Desk.Settings;
using Repository.Web.Desk.Translating;
using Repository.Web.Desk.Queues;
using Repository.Web.Live;

namespace Repository.Web.Desk.Tree;

/// <summary>The content as a tree and as lists, and what is done there to several items at once.</summary>
internal static class TreeDoors
{
    public static void AddTree(this IServiceCollection services)
    {
        services.TryAddSingleton<ContentTree>();
        services.AddSingleton<LiveCatalogue>();
        services.AddSingleton<DraftReaders>();
        services.AddSingleton<DeedReports>();
        services.AddSingleton<Deeds>();
        services.AddSingleton<DeedPages>();
        services.AddSingleton<ContentPages>();
        services.AddSingleton<TrashPages>();
        services.AddSingleton<MediaPages>();
        services.AddSingleton<WorkPage>();
        services.AddSingleton<CalendarPages>();
        services.AddSingleton<TranslationPages>();
        services.AddSingleton<SettingsPages>();
    }

    public static void MapTree(this WebApplication app)
    {
        var catalogue = app.Services.GetRequiredService<LiveCatalogue>();
        app.Use((http, next) =>
        {
            if (http.Request.Path.StartsWithSegments(DeskAddress.Root)) catalogue.Warm();
            return next(http);
        });

        var content = app.Services.GetRequiredService<ContentPages>();
        app.MapGet(DeskAddress.Content, content.ListAsync);
        app.MapGet(DeskAddress.Media, content.ListMediaAsync);
        app.MapGet(ContentPages.CreatePath, content.CreateAsync);
        app.MapGet(ContentPages.SortPath, content.SortAsync);
        app.MapPost(ContentPages.SortPath, content.SaveOrderAsync);
        app.MapPost("/desk/views", content.SaveViewAsync);

        var media = app.Services.GetRequiredService<MediaPages>();
        app.MapGet(MediaPages.UploadPath, media.AskAsync);
        app.MapPost(MediaPages.UploadPath, media.TakeAsync);
        app.MapGet(MediaPages.UsePath, media.UseAsync);

        var deeds = app.Services.GetRequiredService<DeedPages>();
        app.MapGet(DeedPages.Address, deeds.AskAsync);
        app.MapPost(DeedPages.Address, deeds.DoAsync);

        var trash = app.Services.GetRequiredService<TrashPages>();
        app.MapGet(DeskAddress.Trash, trash.ListAsync);
        app.MapGet(TrashPages.EmptyPath, trash.AskAsync);
        app.MapPost(TrashPages.EmptyPath, trash.EmptyAsync);
        MapViews(app);
    }

    /// <summary>What is only read.</summary>
    private static void MapViews(WebApplication app)
    {
        app.MapGet(DeskAddress.Root, app.Services.GetRequiredService<WorkPage>().ShowAsync);
        app.MapGet(DeskAddress.Translations, app.Services.GetRequiredService<TranslationPages>().ShowAsync);
        var calendar = app.Services.GetRequiredService<CalendarPages>();
        app.MapGet(DeskAddress.Calendar, calendar.ShowAsync);
        app.MapGet(CalendarPages.ExportPath, calendar.ExportAsync);

        var settings = app.Services.GetRequiredService<SettingsPages>();
        app.MapGet(DeskAddress.Settings, settings.ShowAsync);
        app.MapGet(SettingsPages.SchemaPath, settings.SchemaAsync);
        app.MapGet($"{SettingsPages.SchemaPath}/{{alias}}", settings.TypeAsync);
        app.MapGet(SettingsPages.DictionaryPath, settings.DictionaryAsync);
        app.MapGet(SettingsPages.RedirectsPath, settings.RedirectsAsync);
    }
}
