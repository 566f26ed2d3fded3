using Repository.Web.Desk.Forms.Exports;
using Repository.Web.Desk.Serving;

namespace Repository.Web.Desk.Forms;

/// <summary>Where forms are made and what people sent is read.</summary>
internal static class FormsDoors
{
    private const string One = $"{DeskAddress.Forms}/{{form:guid}}";
    private const string Entry = $"{One}/entries/{{entry:guid}}";

    public static void AddDeskForms(this IServiceCollection services)
    {
        services.AddSingleton<DeskForms>();
        services.AddSingleton<ListPages>();
        services.AddSingleton<OutlinePages>();
        services.AddSingleton<PageChoice>();
        services.AddSingleton<PartServing>();
        services.AddSingleton<FormSettingsPages>();
        services.AddSingleton<GroupPages>();
        services.AddSingleton<FieldPages>();
        services.AddSingleton<TrialPages>();
        services.AddSingleton<EntryTrail>();
        services.AddSingleton<EntryListPages>();
        services.AddSingleton<EntryPages>();
        services.AddSingleton<EntryErasing>();
        services.AddSingleton<EntryDownloads>();
        services.AddSingleton<EntryStatePages>();
        services.AddSingleton<WatchPages>();
        services.AddSingleton<OpenAnswerPages>();
        services.AddSingleton<LetterPages>();
        services.AddSingleton<ExportPages>();
    }

    public static void MapDeskForms(this WebApplication app)
    {
        var list = app.Services.GetRequiredService<ListPages>();
        app.MapGet(DeskAddress.Forms, list.ShowAsync);
        app.MapGet(FormAddress.New, list.ShowNewAsync);
        app.MapPost(FormAddress.New, list.CreateAsync);
        var watch = app.Services.GetRequiredService<WatchPages>();
        app.MapGet(FormAddress.Quarantine, watch.ShowQuarantineAsync);
        app.MapGet(FormAddress.Accesses, watch.ShowAccessesAsync);
        MapBuilding(app);
        MapEntries(app);
    }

    private static void MapBuilding(WebApplication app)
    {
        var outline = app.Services.GetRequiredService<OutlinePages>();
        app.MapGet(One, outline.ShowAsync);
        app.MapPost(One, outline.StepAsync);
        app.MapPost($"{One}/undo", outline.UndoAsync);
        app.MapPost($"{One}/publish", outline.PublishAsync);
        app.MapPost($"{One}/discard", outline.DiscardAsync);

        var settings = app.Services.GetRequiredService<FormSettingsPages>();
        app.MapGet($"{One}/settings", settings.ShowAsync);
        app.MapPost($"{One}/settings", settings.SaveAsync);

        var groups = app.Services.GetRequiredService<GroupPages>();
        app.MapGet($"{One}/page/{{page:int}}", groups.ShowPageAsync);
        app.MapPost($"{One}/page/{{page:int}}", groups.SavePageAsync);
        app.MapGet($"{One}/fieldset/{{fieldset:guid}}", groups.ShowFieldsetAsync);
        app.MapPost($"{One}/fieldset/{{fieldset:guid}}", groups.SaveFieldsetAsync);

        var fields = app.Services.GetRequiredService<FieldPages>();
        app.MapGet($"{One}/field/new", fields.ShowNewAsync);
        app.MapPost($"{One}/field/new", fields.AddAsync);
        app.MapGet($"{One}/field/{{field:guid}}", fields.ShowAsync);
        app.MapPost($"{One}/field/{{field:guid}}", fields.SaveAsync);

        var trial = app.Services.GetRequiredService<TrialPages>();
        app.MapGet($"{One}/preview", trial.FrameAsync);
        app.MapGet($"{One}/preview/page", trial.PageAsync);
        app.MapPost($"{One}/preview/page", trial.PageAsync).WithMetadata(KeepsNothing.Mark);

        var letters = app.Services.GetRequiredService<LetterPages>();
        app.MapGet($"{One}/letters", letters.ShowAsync);
        app.MapPost($"{One}/letters", letters.SaveAsync);
        app.MapPost(FormAddress.Outbox, letters.ReviveAsync);
    }

    private static void MapEntries(WebApplication app)
    {
        var entries = app.Services.GetRequiredService<EntryPages>();
        app.MapGet($"{One}/entries", app.Services.GetRequiredService<EntryListPages>().ShowAsync);
        app.MapGet(Entry, entries.ShowAsync);
        app.MapPost($"{Entry}/note", entries.NoteAsync);
        app.MapPost($"{Entry}/state", app.Services.GetRequiredService<EntryStatePages>().ChangeAsync);
        app.MapGet($"{Entry}/files/{{file:guid}}", app.Services.GetRequiredService<EntryDownloads>().SendAsync);
        var erasing = app.Services.GetRequiredService<EntryErasing>();
        app.MapGet($"{Entry}/erase", erasing.AskAsync);
        app.MapPost($"{Entry}/erase", erasing.EraseAsync);

        var open = app.Services.GetRequiredService<OpenAnswerPages>();
        app.MapGet($"{One}/open", open.ShowAsync);
        app.MapPost($"{One}/open", open.DecideAsync);

        var export = app.Services.GetRequiredService<ExportPages>();
        app.MapGet($"{One}/export", export.ShowAsync);
        app.MapPost($"{One}/export", export.SendAsync);
    }
}
