using Repository.Web.Desk.Rendering;

namespace Repository.Web.Desk.Serving;

/// <summary>The answers for whoever may not be somewhere, or came to where nothing is.</summary>
internal static class Refusing
{
    extension(DeskServing serving)
    {
        public Task ForbidAsync(HttpContext http) => serving.SendAsync(http, DeskPage.Notice("Desk.Forbidden"), StatusCodes.Status403Forbidden);

        public Task LoseAsync(HttpContext http) => serving.SendAsync(http, DeskPage.Notice("Desk.Lost"), StatusCodes.Status404NotFound);
    }
}
