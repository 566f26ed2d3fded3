using Repository.Web.Desk.Serving;

namespace Repository.Web.Desk.Calls;

/// <summary>Where calls are judged: what has come in, what is done about it, and the sheets of those who evaluate.</summary>
internal static class CallDoors
{
    public static void AddCallDesk(this IServiceCollection services)
    {
        services.AddSingleton<ApplicationDesk>();
        services.AddSingleton<CallPages>();
        services.AddSingleton<ApplicationPages>();
        services.AddSingleton<ApplicationSteps>();
        services.AddSingleton<EvaluationPages>();
    }

    public static void MapCallDesk(this WebApplication app)
    {
        const string Call = $"{DeskAddress.Calls}/{{call:guid}}";
        const string Application = $"{Call}/{{entry:guid}}";
        const string Evaluation = $"{DeskAddress.Calls}/evaluations/{{entry:guid}}";

        var calls = app.Services.GetRequiredService<CallPages>();
        app.MapGet(DeskAddress.Calls, calls.ShowAllAsync);
        app.MapGet(Call, calls.ShowAsync);
        app.MapGet($"{Call}/results.csv", calls.ExportAsync);

        var applications = app.Services.GetRequiredService<ApplicationPages>();
        app.MapGet(Application, applications.ShowAsync);
        app.MapPost(Application, applications.DoAsync);
        app.MapGet($"{Application}/files/{{file:guid}}", applications.SendFileAsync);

        var evaluations = app.Services.GetRequiredService<EvaluationPages>();
        app.MapGet(Evaluation, evaluations.ShowAsync);
        app.MapPost(Evaluation, evaluations.DoAsync);
        app.MapGet($"{Evaluation}/files/{{file:guid}}", evaluations.SendFileAsync);
    }
}
