using Repository.Web.Forms.Receiving;

namespace Repository.Web.Forms.Wire;

/// <summary>The addresses of the headless API of Umbraco Forms.</summary>
internal static class FormEndpoints
{
    private const string Root = "/umbraco/forms/delivery/api/v1";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapFormApi(this IEndpointRouteBuilder app)
    {
        app.MapMethods($"{Root}/definitions/{{id}}", Reading, app.ServiceProvider.GetRequiredService<DefinitionApi>().AnswerAsync);
        var (entries, turns) = (app.ServiceProvider.GetRequiredService<EntryApi>(), app.ServiceProvider.GetRequiredService<FormTurns>());
        app.MapPost($"{Root}/entries/{{id}}", http => turns.SendAsync(() => entries.AnswerAsync(http)));
    }
}
