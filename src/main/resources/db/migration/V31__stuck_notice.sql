-- The kinds of texts are those that the code knows; a list here would have to be repeated with each new one.
alter table mail_text drop constraint mail_text_kind_check;
alter table mail_text add constraint mail_text_kind_check check (kind ~ '^[A-Z_]+$');
