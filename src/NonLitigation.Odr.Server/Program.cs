using NonLitigation.Odr.Server.Shared;

// odr-server migrate        brings the database to this version, as its owner (ConnectionStrings:OdrOwner)
// odr-server seed --demo    demo organisations, people and logins
// odr-server check          says what would keep it from serving, one line each, and ends with 3; or with 0
// odr-server                serves; ends with 3 and the same lines when it must not
var app = OdrApplication.Build(args);
switch (args.FirstOrDefault())
{
    case "migrate": return await Verbs.MigrateAsync(app);
    case "seed": return await Verbs.SeedAsync(app, args);
    case "check": return await Verbs.CheckAsync(app);
    default: return await Verbs.ServeAsync(app);
}
