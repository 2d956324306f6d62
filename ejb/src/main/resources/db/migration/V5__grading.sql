-- grading: kinds of question that need more than a tick, and people who grade what no machine can ------------

alter table question_version drop constraint question_version_type_check;
alter table question_version add constraint question_version_type_check check (type in ('CHOICE', 'RESPONSE',
    'TRUE_FALSE', 'SHORT', 'NUMERIC', 'MATCHING', 'ORDERING', 'CLOZE', 'HOTSPOT', 'ESSAY', 'CHECKLIST', 'PHOTO'));
