namespace Repository.Browser.Tests.Desk;

/// <summary>The pages of the desk on which things are found, arranged and overseen.</summary>
internal static class ListPages
{
    public static string[] Of(DeskBrowsing desk) =>
    [
        "/desk",
        "/desk/content",
        $"/desk/content?in={desk.About:n}",
        "/desk/content?q=agua&lacks=translation&sort=-changed",
        "/desk/content?q=xyzxyz",
        $"/desk/content/create?in={desk.About:n}",
        $"/desk/content/sort?in={desk.About:n}",
        $"/desk/content/deed?do=move&key={desk.Draft:n}",
        $"/desk/content/deed?do=publish&key={desk.Draft:n}",
        $"/desk/content/deed?do=unpublish&key={desk.About:n}",
        $"/desk/content/deed?do=trash&key={desk.About:n}",
        "/desk/content/deed?do=move",
        "/desk/trash",
        "/desk/trash?kind=media",
        "/desk/trash/empty?kind=content",
        "/desk/media",
        $"/desk/media?in={desk.Pictures:n}",
        $"/desk/media?in={desk.Pictures:n}&view=list",
        $"/desk/media/use?key={desk.Pictures:n}",
        "/desk/media/upload",
        "/desk/calendar",
        "/desk/translations",
        "/desk/translations?what=behind",
        "/desk/settings",
        "/desk/settings/schema",
        "/desk/settings/schema/practice",
        "/desk/settings/dictionary",
        "/desk/settings/redirects",
    ];
}
