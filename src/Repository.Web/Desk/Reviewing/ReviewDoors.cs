using Microsoft.Extensions.DependencyInjection.Extensions;
using Repository.Web.Desk.History;
using Repository.Web.Desk.Rendering;
using Repository.Web.Desk.Serving;

namespace Repository.Web.Desk.Reviewing;

/// <summary>What waits for review, drafts beside what is public, histories, and the log of everything.</summary>
internal static class ReviewDoors
{
    public static void AddReview(this IServiceCollection services)
    {
        services.TryAddSingleton<PeopleNames>();
        services.AddSingleton<DeskItems>();
        services.AddSingleton<PublishPanels>();
        services.AddSingleton<ReviewActs>();
        services.AddSingleton<ReviewPages>();
        services.AddSingleton<QueuePages>();
        services.AddSingleton<HistoryPages>();
        services.AddSingleton<AuditPages>();
    }

    public static void MapReview(this WebApplication app)
    {
        app.MapGet(DeskAddress.Review, app.Services.GetRequiredService<QueuePages>().OpenAsync);
        app.MapGet(DeskAddress.Audit, app.Services.GetRequiredService<AuditPages>().OpenAsync);

        var review = app.Services.GetRequiredService<ReviewPages>();
        app.MapGet($"{DeskAddress.Content}/{{key:guid}}/review", review.OpenAsync);
        app.MapPost($"{DeskAddress.Content}/{{key:guid}}/review", review.DoAsync);

        var history = app.Services.GetRequiredService<HistoryPages>();
        app.MapGet($"{DeskAddress.Content}/{{key:guid}}/history", history.OpenAsync);
        app.MapPost($"{DeskAddress.Content}/{{key:guid}}/history", history.RestoreAsync);
    }
}
