using Microsoft.AspNetCore.Http.Features;
using Repository.Core.Content;
using Repository.Core.Publishing;
using Repository.Web.Desk.Serving;
using Repository.Web.Operations;

namespace Repository.Web.Desk.Editing;

/// <summary>Where items are written, and what that is made of.</summary>
internal static class EditingDoors
{
    public static void AddEditing(this IServiceCollection services, Installation installation)
    {
        services.Configure<FormOptions>(form =>
        {
            form.ValueCountLimit = ContentForm.MostFields;
            form.ValueLengthLimit = ContentForm.LongestField;
            form.KeyLengthLimit = ContentForm.LongestName;
        });
        services.AddSingleton<IWorkingCopies>(installation.Store.WorkingCopies);
        services.AddSingleton<DraftCheck>();
        services.AddSingleton<EditedItems>();
        services.AddSingleton<EditForms>();
        services.AddSingleton<EditPages>();
        services.AddSingleton<MergePages>();
        services.AddSingleton<TranslatePages>();
        services.AddSingleton<PreviewPages>();
        services.AddSingleton<Presence>();
        services.AddSingleton<EditApi>();
    }

    public static void MapEditing(this WebApplication app)
    {
        var pages = app.Services.GetRequiredService<EditPages>();
        const string Item = $"{DeskAddress.Content}/{{key:guid}}";
        app.MapGet($"{DeskAddress.Content}/new", pages.OpenNewAsync);
        app.MapPost($"{DeskAddress.Content}/new", pages.CreateAsync);
        app.MapGet(Item, pages.OpenAsync);
        app.MapPost(Item, pages.SaveAsync);
        app.MapPost($"{Item}/discard", pages.DiscardAsync);
        var merging = app.Services.GetRequiredService<MergePages>();
        app.MapGet($"{Item}/merge", merging.OpenAsync);
        app.MapPost($"{Item}/merge", merging.SaveAsync);
        var translating = app.Services.GetRequiredService<TranslatePages>();
        app.MapGet($"{Item}/translate/{{culture}}", translating.OpenAsync);
        app.MapPost($"{Item}/translate/{{culture}}", translating.SaveAsync);
        var previewing = app.Services.GetRequiredService<PreviewPages>();
        app.MapGet($"{Item}/preview", previewing.FrameAsync);
        app.MapGet($"{Item}/preview/page", previewing.PageAsync);

        var api = app.Services.GetRequiredService<EditApi>();
        const string Apiece = $"{DeskAddress.Api}/content/{{key:guid}}";
        app.MapPut($"{Apiece}/working-copy", api.KeepAsync);
        app.MapPost($"{Apiece}/known", api.CompareAsync);
        app.MapPost($"{Apiece}/check", api.CheckAsync);
        app.MapGet($"{Apiece}/presence", api.MeetAsync);
        app.MapGet($"{DeskAddress.Api}/content/alike", api.AlikeAsync);
        app.MapGet($"{DeskAddress.Api}/pick", api.PickAsync);
        app.MapGet($"{DeskAddress.Api}/pick/{{key:guid}}", api.PickOneAsync);
        app.MapGet($"{DeskAddress.Api}/blocks/new", api.BlockAsync);
        app.MapPost($"{DeskAddress.Api}/media/{{key:guid}}/alt", api.DescribeAsync);
    }
}
