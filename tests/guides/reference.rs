//! placeholder
use portcullis::http::documents::reference;

#[test]
fn print_commands() {
    for example in reference::examples() {
        println!(
            "{} {} -> {}\n{}\n",
            example.route.method.word(),
            example.route.path,
            example.route.doc.status,
            example.command
        );
    }
}
